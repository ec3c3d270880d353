/** Policies that act at the moments of a stretch and at no other. */
import type { RecurrenceType } from "../../../provider/core/as-policy/model";
import { dayOfMinute, dayText, momentText, timeText } from "./day";
import type { DayRule } from "./line";
import type { Occurrence } from "./occurrence";
import type { Stretch } from "./stretch";

/** When a policy acts, in the words of the API: UTC. */
interface PlannedSchedule {
  readonly launchTime: string;
  readonly recurrenceType?: RecurrenceType;
  readonly recurrenceValue?: string;
  readonly startTime?: string;
  readonly endTime?: string;
}

/** A policy of the plan. */
export interface PlannedPolicy {
  /** Name of the child, without that of the component. */
  readonly name: string;
  readonly scalingPolicyType: "SCHEDULED" | "RECURRENCE";
  readonly scheduledPolicy: PlannedSchedule;
  readonly desireInstanceNumber: number;
  /** Local time of its entry, such as `07:00`. */
  readonly at: string;
  /** The last minute at which it acts, since 1970. */
  readonly lastMinute: number;
}

const WEEK_DAYS = 7;
const COMMON_DAYS = 28;
/** Does every month have this day? */
const isCommon = (day: number): boolean => day >= 1 && day <= COMMON_DAYS;

interface Recurrence {
  readonly recurrenceType: RecurrenceType;
  readonly recurrenceValue?: string;
}

/** Days are sorted: the same days always make the same policy. */
const listed = (days: readonly number[]): string => [...new Set(days)].sort((a, b) => a - b).join(",");

/**
 * The days of the rule as UTC counts them.
 *
 * @param shift days that UTC is ahead at this moment: -1, 0 or 1
 * @returns undefined when no recurrence of the API means these days, such as the last of each month
 */
const recurrenceOf = (rule: DayRule, shift: number): Recurrence | undefined => {
  switch (rule.kind) {
    case "daily":
      return { recurrenceType: "Daily" };
    case "weekly":
      return {
        recurrenceType: "Weekly",
        recurrenceValue: listed(rule.weekdays.map((day) => ((day + shift + WEEK_DAYS) % WEEK_DAYS) + 1)),
      };
    case "monthly": {
      const days = rule.days.filter((day) => day !== "last");
      const shifted = days.map((day) => day + shift);
      const isExpressible =
        days.length === rule.days.length && (shift === 0 || [...days, ...shifted].every(isCommon));
      return isExpressible ? { recurrenceType: "Monthly", recurrenceValue: listed(shifted) } : undefined;
    }
  }
};

const once = (name: string, { minute, line }: Occurrence): PlannedPolicy => ({
  name,
  scalingPolicyType: "SCHEDULED",
  scheduledPolicy: { launchTime: momentText(minute) },
  desireInstanceNumber: line.desireInstanceNumber,
  at: timeText(line.minuteOfDay),
  lastMinute: minute,
});

/**
 * A window ends a minute after its last moment and begins a minute before the first one that it may have: whether AS counts
 * its edges in is not documented. What has always been so needs no beginning.
 */
const again = ({ name, occurrences, beginning }: Stretch, recurrence: Recurrence): PlannedPolicy => {
  const [first] = occurrences;
  const last = occurrences.at(-1) ?? first;
  const { line } = first;
  return {
    name,
    scalingPolicyType: "RECURRENCE",
    scheduledPolicy: {
      launchTime: timeText(first.minute),
      ...recurrence,
      ...(beginning === undefined ? {} : { startTime: momentText(beginning - 1) }),
      endTime: momentText(last.minute + 1),
    },
    desireInstanceNumber: line.desireInstanceNumber,
    at: timeText(line.minuteOfDay),
    lastMinute: last.minute,
  };
};

/** The policies of a stretch. */
export const policiesOf = (stretch: Stretch): readonly PlannedPolicy[] => {
  const { name, occurrences } = stretch;
  const [first, ...others] = occurrences;
  const recurrence = recurrenceOf(first.line.rule, dayOfMinute(first.minute) - first.day);
  if (recurrence === undefined) {
    return occurrences.map((occurrence) => once(`${first.line.name}-${dayText(occurrence.day)}`, occurrence));
  }
  return others.length === 0 ? [once(name, first)] : [again(stretch, recurrence)];
};
