import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { isDeepStrictEqual } from "node:util";
import { knownArguments } from "../../core/as-group/arguments";
import { editedArguments } from "../../core/as-group/edited";
import { recordedAsGroup } from "../../core/as-group/recorded";
import type { AsError } from "../../core/error";
import { keptAdoption } from "../../core/resource/adoption";
import { preview, type Preview } from "../../service/as-group/update";
import type { DiffResult } from "../answers";
import { diffAnswer } from "../diff-answer";
import { tell } from "../engine-log";
import { expectConfiguration } from "../expected-configurations";
import { guarded } from "../provider-error";
import { note } from "../replacements";
import { urnOf, type Bag } from "../context";
import { hereFor, orThrow } from "./context";
import { wasJustRead } from "./read";

type Settled = Exclude<Preview, { readonly _tag: "Refuse" }>;

const refusalAsError = (outcome: Preview): TE.TaskEither<AsError, Settled> =>
  outcome._tag === "Refuse" ? TE.left(outcome.error) : TE.right(outcome);

const messagesOf = (outcome: Settled): readonly string[] =>
  outcome._tag === "Gone"
    ? ["the group is gone: it was deleted outside of Pulumi; up creates it anew"]
    : outcome.messages;

/**
 * Compares program, state and live group; a change that the group does not allow is explained by an exception.
 *
 * @param olds recorded outputs
 * @param news checked inputs, which may hold unknown values during a preview
 */
export const diff = (id: string, olds: Bag, news: Bag): Promise<DiffResult> =>
  guarded(async () => {
    if (wasJustRead(id)) return {};
    const urn = urnOf(news);
    const generation = news["nameGeneration"];
    const existing = {
      generation: typeof generation === "number" ? generation : 0,
      object: { id },
      kept: [],
    };
    note(urn, { _tag: "Leaves", ...existing, isGone: false });
    expectConfiguration(id, news["scalingConfigurationId"]);
    const recorded = recordedAsGroup(olds);
    const edited = editedArguments(olds, news, isDeepStrictEqual);
    const outcome = await orThrow(
      "the comparison with the live group",
      id,
      olds,
      pipe(
        TE.Do,
        TE.apS("here", hereFor(olds)),
        TE.bind("wanted", () => TE.fromEither(knownArguments(news))),
        TE.chainFirstEitherK(({ wanted: { known } }) =>
          keptAdoption("AS group", id, olds["adoptId"], known.adoptId),
        ),
        TE.chain(({ here, wanted: { known, unknown } }) =>
          preview(here.environment, id, { args: known, unknown }, recorded, (name) => edited.has(name)),
        ),
        TE.chain(refusalAsError),
      ),
    );
    if (outcome._tag === "Update" || outcome._tag === "Unchanged") note(urn, { _tag: "Stays", ...existing });
    for (const message of messagesOf(outcome)) await tell("warn", message, urn);
    return diffAnswer(outcome, "scalingGroupId", edited, olds["selfUrn"] !== urn);
  });
