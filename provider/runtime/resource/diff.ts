import { isDeepStrictEqual } from "node:util";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { keptAdoption } from "../../core/resource/adoption";
import type { OwnArguments } from "../../core/resource/arguments";
import { compareResource } from "../../core/resource/compare";
import { decideResource, type Decision, withUnknown } from "../../core/resource/decide";
import { editedNames } from "../../core/resource/edited";
import { recordedIn } from "../../core/resource/recorded";
import type { Kind } from "../../service/resource/kind";
import { hereAs, orThrowAs, urnOf, type Bag } from "../context";
import type { DiffResult } from "../answers";
import { diffAnswer } from "../diff-answer";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import { keep, remember } from "../replacements";
import { keptIn } from "./kept";
import { wasJustRead } from "./read";

interface Decided {
  readonly decision: Decision;
  /** What the next `up` does beyond the changes, in words. */
  readonly plan: string | undefined;
}

const messagesOf = (
  { title, whyGone = "it was deleted outside of Pulumi" }: Pick<Kind<never, never>, "title" | "whyGone">,
  decision: Decision,
): readonly string[] =>
  decision._tag === "Gone" ? [`the ${title} is gone: ${whyGone}; up creates it anew`] : decision.messages;

/** Compares program, state and live object. */
export const diffOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (id: string, olds: Bag, news: Bag): Promise<DiffResult> =>
    guarded(async () => {
      const urn = urnOf(news);
      if (wasJustRead(urn, id)) return {};
      const generation = news["nameGeneration"];
      const nameGeneration = typeof generation === "number" ? generation : 0;
      const before = keptIn(kind, olds);
      remember(urn, id, nameGeneration, [id, ...before]);
      const edited = editedNames(kind.table, Object.keys(kind.fields), olds, news, isDeepStrictEqual);
      const applied = kind.table.readable(olds);
      const { decision, plan } = await orThrowAs(kind)(
        `the comparison with the live ${kind.title}`,
        id,
        olds,
        pipe(
          TE.Do,
          TE.apS("here", hereAs(kind)(olds)),
          TE.bind("program", () => TE.fromEither(kind.table.known(news))),
          TE.chainFirstEitherK(({ program: { known } }) =>
            keptAdoption(kind.title, id, olds["adoptId"], known.adoptId),
          ),
          TE.bind("comparison", ({ here, program }) =>
            pipe(
              kind.find(here.environment, id),
              TE.map(
                O.map((live) => ({
                  found: compareResource(kind.fields, program, recordedIn(olds), live, applied),
                  plan: kind.plan?.(live, program.known, applied),
                })),
              ),
            ),
          ),
          TE.map(({ program: { unknown }, comparison }) =>
            pipe(
              comparison,
              O.match(
                (): Decided => ({ decision: { _tag: "Gone" }, plan: undefined }),
                ({ found, plan }): Decided => ({
                  decision: withUnknown(
                    decideResource(found, (name) => edited.has(name)),
                    unknown.filter((name) => edited.has(name) && kind.fields[name]?.change === "replace"),
                  ),
                  plan,
                }),
              ),
            ),
          ),
        ),
      );
      if (decision._tag === "Update" || decision._tag === "Unchanged") keep(urn, id, before);
      if (decision._tag === "Gone") remember(urn, id, nameGeneration, before);
      for (const message of messagesOf(kind, decision)) await tell("warn", message, urn);
      if (decision._tag === "Update" && plan !== undefined) await tell("warn", `plan: ${plan}`, urn);
      return diffAnswer(decision, kind.idOutput, edited, olds["selfUrn"] !== urn);
    });
