/** Brings a live group to what the program wants: compare, plan, carry out. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroupArguments } from "../../core/as-group/arguments";
import { compare, type Comparison, type LiveAsGroup, type Reclassified } from "../../core/as-group/compare";
import { factsOf } from "../../core/as-group/facts";
import type { AsGroup } from "../../core/as-group/model";
import { planUpdate } from "../../core/as-group/plan";
import type { RecordedAsGroup } from "../../core/as-group/recorded";
import { hasCode, notFound, type AsError } from "../../core/error";
import type { AsGroupEnvironment, Operation } from "./environment";
import { execute } from "./execute";

/** Tags cost a call, so they are read only when somebody manages them. */
const managesTags = (args: Partial<AsGroupArguments>, recorded: RecordedAsGroup): boolean =>
  args.tags !== undefined || recorded.managedArguments.includes("tags");

/** The live group with the tags, if they matter; none when it is gone. */
export const findLive = (
  { live }: AsGroupEnvironment,
  id: string,
  args: Partial<AsGroupArguments>,
  recorded: RecordedAsGroup,
): TE.TaskEither<AsError, O.Option<LiveAsGroup>> =>
  pipe(
    live.find(id),
    TE.chain((found): TE.TaskEither<AsError, O.Option<LiveAsGroup>> => {
      if (O.isNone(found)) return TE.right(O.none);
      const group = found.value;
      return managesTags(args, recorded)
        ? pipe(
            live.tags(id),
            TE.map((tags) => O.some({ group, tags })),
          )
        : TE.right(O.some({ group, tags: {} }));
    }),
  );

/** A group that has to be there. */
export const readGroup = ({ live }: AsGroupEnvironment, id: string): TE.TaskEither<AsError, AsGroup> =>
  pipe(
    live.fresh([id]),
    TE.chain((groups) =>
      pipe(
        groups.get(id) ?? O.none,
        TE.fromOption((): AsError => notFound({ operation: "read AS group" })),
      ),
    ),
  );

/** Settled fields that the service turned out to lock like dormant ones. */
const reclassify = ({ changes }: Comparison): Reclassified =>
  Object.fromEntries(
    changes.filter(({ lockClass }) => lockClass === "settled").map(({ field }) => [field, "dormant"]),
  );

/**
 * Brings a live group to what the program wants.
 *
 * The service has the last word on locks: a refusal with AS.2030 re-classifies the settled fields of this update, and
 * the plan is made anew; that either orders the steps differently or explains the lock.
 */
export const converge = (
  operation: Operation,
  args: AsGroupArguments,
  recorded: RecordedAsGroup,
  live: LiveAsGroup,
  reclassified: Reclassified = {},
): TE.TaskEither<AsError, AsGroup> => {
  const id = live.group.scalingGroupId;
  const comparison = compare({ args, unknown: [] }, recorded, live, reclassified);
  const learned = reclassify(comparison);
  const again = (error: AsError): TE.TaskEither<AsError, AsGroup> =>
    hasCode(error, "AS.2030") && Object.keys(learned).length > 0
      ? pipe(
          findLive(operation.environment, id, args, recorded),
          TE.chain(TE.fromOption((): AsError => notFound({ operation: "read AS group" }))),
          TE.chain((now) => converge(operation, args, recorded, now, learned)),
        )
      : TE.left(error);
  return pipe(
    TE.fromEither(planUpdate(comparison, factsOf(live.group))),
    TE.chain((steps) => execute(operation, id, steps)),
    TE.chain((seen) => (seen === undefined ? readGroup(operation.environment, id) : TE.right(seen))),
    TE.orElse(again),
  );
};
