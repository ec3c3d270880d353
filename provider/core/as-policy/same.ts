/** When a part of the live policy means what the program wants, although it reads otherwise. */
import type { ScheduledPolicyArguments } from "./arguments";
import type { ScalingPolicyAction, ScalingPolicyActionRequest, ScheduledPolicy } from "./model";
import { daysIn } from "./times";

/** Days are a set; the service may write `01` for `1`. */
const sameDays = (one = "", other = ""): boolean => {
  const days = (text: string): string =>
    [...new Set<number | string>(daysIn(text) ?? [text])].sort().join(",");
  return days(one) === days(other);
};

/** A start that the program does not give is whatever the service has chosen, but none that the program has taken out. */
const sameStart = (
  { startTime }: ScheduledPolicyArguments,
  live: ScheduledPolicy,
  before: ScheduledPolicyArguments | undefined,
): boolean =>
  startTime === undefined
    ? before?.startTime === undefined || before.startTime !== live.startTime
    : startTime === live.startTime;

/**
 * Do both act at the same times? Days mean nothing to a daily policy.
 *
 * @param before what the program had set when it was last applied
 */
export const sameSchedule = (
  wanted: ScheduledPolicyArguments,
  live: ScheduledPolicy | undefined,
  before?: ScheduledPolicyArguments,
): boolean =>
  live !== undefined &&
  wanted.launchTime === live.launchTime &&
  wanted.recurrenceType === live.recurrenceType &&
  (wanted.recurrenceType === "Daily" || sameDays(wanted.recurrenceValue, live.recurrenceValue)) &&
  sameStart(wanted, live, before) &&
  wanted.endTime === live.endTime;

/** The service reads REMOVE back as REDUCE. */
const direction = (operation = "ADD"): string => (operation === "REMOVE" ? "REDUCE" : operation);

const DEFAULT_SIZE = 1;

/** A live policy may hold a zero for the amount and the limits that it does not use. */
const sameAmount = (wanted: ScalingPolicyActionRequest, live: ScalingPolicyAction): boolean =>
  wanted.percentage === undefined
    ? (wanted.size ?? DEFAULT_SIZE) === (live.size ?? DEFAULT_SIZE) && (live.percentage ?? 0) === 0
    : wanted.percentage === live.percentage && (live.size ?? 0) === 0;

/** Do both change the resource in the same way? */
export const sameAction = (wanted: ScalingPolicyActionRequest, live: ScalingPolicyAction): boolean =>
  direction(wanted.operation) === direction(live.operation) &&
  sameAmount(wanted, live) &&
  (wanted.limits ?? 0) === (live.limits ?? 0);

/** An action without the zeroes of what it does not use. */
export const actionInUse = (live: ScalingPolicyAction): ScalingPolicyAction => {
  const { operation, size, percentage, limits } = live;
  const hasPercentage = (percentage ?? 0) > 0;
  return {
    operation,
    ...(size === undefined || (size === 0 && hasPercentage) ? {} : { size }),
    ...(percentage === undefined || (size !== undefined && !hasPercentage) ? {} : { percentage }),
    ...(limits === undefined || limits === 0 ? {} : { limits }),
  };
};
