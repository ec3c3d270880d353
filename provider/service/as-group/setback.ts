/** What to make of a plan that broke off. Pure: `converge` obeys. */
import { handled } from "../../core/as-code/handling";
import type { Comparison, Reclassified } from "../../core/as-group/compare";
import { unattachable } from "../../core/as-group/unattachable";
import { hasCode, type AsError } from "../../core/error";
import { isAmbiguous } from "./ambiguous";
import type { StepFailure } from "./execute";

/** What an update has learned about the service. */
export interface Learned {
  readonly reclassified: Reclassified;
  /** False once the service has refused to remove instances of a paused group. */
  readonly removesWhilePaused: boolean;
}

/** What follows. */
export type Setback =
  /** Plan anew from the live group, with what has been learned. */
  | { readonly _tag: "PlanAnew"; readonly learned: Learned }
  /** The service refuses the change itself: give the group back what the drain has taken. */
  | { readonly _tag: "Undo" }
  | { readonly _tag: "GiveUp" };

/** Settled fields that the service turned out to lock like dormant ones. */
const lockedAfterAll = ({ changes }: Comparison): Reclassified =>
  Object.fromEntries(
    changes.filter(({ lockClass }) => lockClass === "settled").map(({ field }) => [field, "dormant"]),
  );

/** The group is not, or may not be, as it was when the plan was made. */
const worldMoved = (error: AsError): boolean =>
  hasCode(error, ...handled.drainMoved.codes) || isAmbiguous(error);

/** The service refuses for a reason that does not pass by itself. */
export const isFinalRefusal = (error: AsError): boolean =>
  error._tag === "Refused" &&
  error.status >= 400 &&
  error.status < 500 &&
  ![401, 403, 408, 429].includes(error.status);

/**
 * Judges a failure.
 *
 * @param drains the plan belongs to a drain, whose journal lets it be taken up again at any point
 */
export const judgeSetback = (
  { error, failed }: StepFailure,
  comparison: Comparison,
  drains: boolean,
  learned: Learned,
): Setback => {
  const reclassified = lockedAfterAll(comparison);
  if (hasCode(error, ...handled.lockedAfterAll.codes) && Object.keys(reclassified).length > 0)
    return { _tag: "PlanAnew", learned: { ...learned, reclassified } };
  if (!drains) return { _tag: "GiveUp" };
  if (
    failed._tag === "RemoveInstances" &&
    learned.removesWhilePaused &&
    hasCode(error, ...handled.keptWhilePaused.codes)
  )
    return { _tag: "PlanAnew", learned: { ...learned, removesWhilePaused: false } };
  // The journal no longer holds them, so that AS replaces them.
  if (failed._tag === "Attach" && unattachable(error).length > 0) return { _tag: "PlanAnew", learned };
  if (worldMoved(error)) return { _tag: "PlanAnew", learned };
  return { _tag: isFinalRefusal(error) ? "Undo" : "GiveUp" };
};

/** Why the steps are counted anew, for the one who follows them. */
export const describeNewPlan = (before: Learned, now: Learned): string =>
  before.removesWhilePaused && !now.removesWhilePaused
    ? "the service does not release instances of a paused group: what is left is planned anew"
    : "the group or its locks are not as expected: what is left is planned anew";
