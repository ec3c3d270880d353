/** Previews and carries out an update of a live group. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroupArguments } from "../../core/as-group/arguments";
import { compare, type WantedAsGroup } from "../../core/as-group/compare";
import { decide, followedBy, type Decision, type Edited } from "../../core/as-group/decide";
import { factsOf } from "../../core/as-group/facts";
import type { AsGroup } from "../../core/as-group/model";
import type { RecordedAsGroup } from "../../core/as-group/recorded";
import { notFound, type AsError } from "../../core/error";
import { previewAftermath, withAftermath } from "./aftermath";
import { converge, findLive } from "./converge";
import type { AsGroupEnvironment, Operation } from "./environment";
import { planFor } from "./planning";

/** What a preview says about a group that may be gone. */
export type Preview = Decision | { readonly _tag: "Gone" };

/** Decides what `up` would do. Reads only. */
export const preview = (
  environment: AsGroupEnvironment,
  id: string,
  wanted: WantedAsGroup,
  recorded: RecordedAsGroup,
  edited: Edited,
): TE.TaskEither<AsError, Preview> =>
  pipe(
    findLive(environment, id, wanted.args, recorded),
    TE.chain((found): TE.TaskEither<AsError, Preview> => {
      if (O.isNone(found)) return TE.right({ _tag: "Gone" });
      const comparison = compare(wanted, recorded, found.value);
      const facts = factsOf(found.value.group);
      const mode = wanted.args.lockedChange ?? "fail";
      const decided = pipe(
        TE.fromTask(planFor(environment, comparison, found.value, wanted.args)),
        TE.map((plan) => decide(comparison, facts, mode, edited, plan)),
      );
      return pipe(
        TE.Do,
        TE.apS("decision", decided),
        TE.bind("follows", () =>
          TE.fromTask(previewAftermath(environment, { wanted, comparison, live: found.value })),
        ),
        TE.map(({ decision, follows }) => followedBy(decision, follows)),
      );
    }),
  );

/** Brings the live group to what the program wants, from wherever it is now. */
export const update = (
  operation: Operation,
  id: string,
  args: AsGroupArguments,
  recorded: RecordedAsGroup,
): TE.TaskEither<AsError, AsGroup> =>
  pipe(
    findLive(operation.environment, id, args, recorded),
    TE.chain(TE.fromOption((): AsError => notFound({ operation: "update AS group" }))),
    TE.chain((live) => {
      const wanted = { args, unknown: [] };
      const pending = { wanted, comparison: compare(wanted, recorded, live), live };
      return withAftermath(operation, pending, converge(operation, args, recorded, live));
    }),
  );
