import { isDeepStrictEqual } from "node:util";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsError } from "../../core/error";
import { keptAdoption } from "../../core/resource/adoption";
import type { KnownArguments, OwnArguments } from "../../core/resource/arguments";
import { compareResource } from "../../core/resource/compare";
import { decideResource, type Decision, withUnknown } from "../../core/resource/decide";
import { editedNames } from "../../core/resource/edited";
import { recordedIn } from "../../core/resource/recorded";
import type { ResourceEnvironment } from "../../service/resource/environment";
import type { Kind } from "../../service/resource/kind";
import { hereAs, orThrowAs, urnOf, type Bag } from "../context";
import type { DiffResult } from "../answers";
import { diffAnswer } from "../diff-answer";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import { note } from "../replacements";
import { keepable, keptIn } from "./kept";
import { planKept } from "./plan-kept";
import { wasJustRead } from "./read";

interface Decided {
  readonly decision: Decision;
  /** What the next `up` does beyond the changes, in words. */
  readonly plan?: string | undefined;
}

/** Compares the live object with the program, and decides. */
const decided = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  id: string,
  { known, unknown }: KnownArguments<Args>,
  olds: Bag,
  edited: ReadonlySet<string>,
): TE.TaskEither<AsError, Decided> => {
  const applied = kind.table.readable(olds);
  const judge = (live: Live): Decided => ({
    decision: withUnknown(
      decideResource(
        compareResource(kind.fields, { known, unknown }, recordedIn(olds), live, applied),
        (name) => edited.has(name),
      ),
      unknown.filter((name) => edited.has(name) && kind.fields[name]?.change === "replace"),
    ),
    plan: kind.plan?.(live, known, applied),
  });
  return pipe(
    kind.find(environment, id),
    TE.map(O.match((): Decided => ({ decision: { _tag: "Gone" } }), judge)),
  );
};

const messagesOf = (
  { title, whyGone = "it was deleted outside of Pulumi" }: Pick<Kind<never, never>, "title" | "whyGone">,
  decision: Decision,
  wayBack = "creates it anew",
): readonly string[] =>
  decision._tag === "Gone" ? [`the ${title} is gone: ${whyGone}; up ${wayBack}`] : decision.messages;

/** Compares program, state and live object. */
export const diffOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (id: string, olds: Bag, news: Bag): Promise<DiffResult> =>
    guarded(async () => {
      const urn = urnOf(news);
      if (wasJustRead(urn, id)) return {};
      const { nameGeneration } = news;
      const existing = {
        generation: typeof nameGeneration === "number" ? nameGeneration : 0,
        object: keepable(kind, id, olds),
        kept: keptIn(kind, olds),
      };
      // Until the comparison is over, nothing that is kept may go.
      note(urn, { _tag: "Leaves", ...existing, isGone: false });
      const edited = editedNames(kind.table, Object.keys(kind.fields), olds, news, isDeepStrictEqual);
      const { found, kept } = await orThrowAs(kind)(
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
          TE.bind("found", ({ here, program }) => decided(kind, here.environment, id, program, olds, edited)),
          TE.bind("kept", ({ here, program, found: { decision } }) =>
            planKept(kind, here.environment, program, existing, decision),
          ),
        ),
      );
      const { decision, plan } = found;
      const stays = decision._tag === "Update" || decision._tag === "Unchanged";
      note(
        urn,
        stays
          ? { _tag: "Stays", ...existing }
          : {
              _tag: "Leaves",
              ...existing,
              isGone: decision._tag === "Gone",
              ...(kept.way === undefined ? {} : { way: kept.way }),
            },
      );
      for (const message of messagesOf(kind, decision, kept.wayBack)) await tell("warn", message, urn);
      if (decision._tag === "Replace" && kept.wayBack !== undefined)
        await tell("info", `plan: up ${kept.wayBack}`, urn);
      if (decision._tag === "Update" && plan !== undefined) await tell("warn", `plan: ${plan}`, urn);
      if (kept.fewer !== undefined) await tell("warn", `plan: ${kept.fewer}`, urn);
      const outcome =
        decision._tag === "Unchanged" && kept.areTooMany ? { _tag: "Update" as const } : decision;
      const answer = diffAnswer(outcome, kind.idOutput, edited, olds["selfUrn"] !== urn);
      // Its record holds the kept ones until the new object has them: deleted first, it would be dropped with them by
      // whoever destroys the stack after a create that failed.
      return decision._tag === "Gone" && existing.kept.length > 0
        ? { ...answer, deleteBeforeReplace: false }
        : answer;
    });
