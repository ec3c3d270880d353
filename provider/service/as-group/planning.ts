/** Makes the plan of an update: from the live group, its journal, and its instances where they matter. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { NO_CONSENT, type AsGroupArguments } from "../../core/as-group/arguments";
import { capacityOf } from "../../core/as-group/capacity";
import type { Comparison, LiveAsGroup } from "../../core/as-group/compare";
import { factsOf } from "../../core/as-group/facts";
import { ownerOf } from "../../core/as-group/journal-owner";
import { lockedChanges, planUpdate } from "../../core/as-group/plan";
import { planDrain } from "../../core/as-group/plan-drain";
import { describePlan, type Plan } from "../../core/as-group/step";
import type { AsError } from "../../core/error";
import type { AsGroupEnvironment } from "./environment";

/** The part of the arguments that decides how an update is made. */
export type Manner = Partial<Pick<AsGroupArguments, "lockedChange" | "drain" | "selfUrn">>;

/** A drain has to be made, or ended. */
const drains = (comparison: Comparison, live: LiveAsGroup, manner: Manner): boolean => {
  const isBlocked = lockedChanges(comparison, factsOf(live.group)).length > 0;
  return isBlocked ? manner.lockedChange === "drain" : O.isSome(comparison.journal);
};

/** Plans an update. Reads the instances only if a drain is to be made or ended. */
export const planFor = (
  { ports }: AsGroupEnvironment,
  comparison: Comparison,
  live: LiveAsGroup,
  manner: Manner,
  removesWhilePaused = true,
): TE.TaskEither<AsError, Plan> => {
  const { group, tags } = live;
  const facts = factsOf(group);
  if (!drains(comparison, live, manner))
    return pipe(
      TE.fromEither(planUpdate(comparison, facts)),
      TE.map((steps) => ({ steps, complete: true, summary: describePlan(steps) })),
    );
  return pipe(
    ports.listInstances(group.scalingGroupId),
    TE.chainEitherK((instances) =>
      planDrain({
        comparison,
        facts,
        capacity: capacityOf(group),
        instances,
        tags,
        consent: manner.drain ?? NO_CONSENT,
        owner: ownerOf(manner.selfUrn ?? ""),
        removesWhilePaused,
      }),
    ),
  );
};
