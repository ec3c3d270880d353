/** The few live facts on which locks depend, in a form that errors and previews can carry. */
import type { AsGroup, ScalingGroupStatus } from "./model";

/** What a lock looks at. */
export interface LiveFacts {
  readonly scalingGroupStatus: ScalingGroupStatus;
  readonly currentInstanceNumber: number;
  readonly desireInstanceNumber: number;
  readonly isScaling: boolean;
  readonly activityType?: string;
}

/** The facts of a live group. */
export const factsOf = (live: AsGroup): LiveFacts => ({
  scalingGroupStatus: live.scalingGroupStatus,
  currentInstanceNumber: live.currentInstanceNumber,
  desireInstanceNumber: live.desireInstanceNumber,
  isScaling: live.isScaling,
  ...(live.activityType === undefined ? {} : { activityType: live.activityType }),
});

const instances = (count: number): string => `${count} ${count === 1 ? "instance" : "instances"}`;

/** Such as `INSERVICE, 3 instances (desired 3), no scaling action in progress`. */
export const describeFacts = (facts: LiveFacts): string =>
  [
    facts.scalingGroupStatus,
    `${instances(facts.currentInstanceNumber)} (desired ${facts.desireInstanceNumber})`,
    facts.isScaling
      ? `scaling action in progress${facts.activityType === undefined ? "" : ` (${facts.activityType})`}`
      : "no scaling action in progress",
  ].join(", ");
