/** When a policy acts: the rules that the parts of a schedule keep among each other. */
import type { CheckFailure } from "../check/failure";
import type { ScheduledPolicyArguments } from "./arguments";
import type { RecurrenceType } from "./model";
import { daysIn, everLaunches, isMoment, isTimeOfDay } from "./times";

/** A reason begins with the path, because the engine does not always show it. */
const failure = (name: keyof ScheduledPolicyArguments, rest: string): CheckFailure => ({
  property: `scheduledPolicy.${name}`,
  reason: `scheduledPolicy.${name} ${rest}`,
});

const PERIODIC_PARTS = ["recurrenceType", "recurrenceValue", "startTime", "endTime"] as const;

/** A policy that acts once. AS.3009. That its moment has passed (AS.3010) is for the service to say at creation. */
export const scheduledFailures = (schedule: ScheduledPolicyArguments): readonly CheckFailure[] => [
  ...(isMoment(schedule.launchTime)
    ? []
    : [
        failure(
          "launchTime",
          `is "${schedule.launchTime}": expected a moment such as 2026-12-24T18:00Z, because scalingPolicyType is SCHEDULED`,
        ),
      ]),
  ...PERIODIC_PARTS.filter((name) => schedule[name] !== undefined).map((name) =>
    failure(name, "means something only when scalingPolicyType is RECURRENCE: leave it out"),
  ),
];

const HIGHEST_DAY = { Weekly: 7, Monthly: 31 } as const;
const DAYS = { Weekly: "days from 1 (Sunday) to 7 (Saturday)", Monthly: "days from 1 to 31" } as const;

/** AS.3024, AS.3025. */
const valueFailures = (type: RecurrenceType, value: string | undefined): readonly CheckFailure[] => {
  if (type === "Daily") {
    return value === undefined
      ? []
      : [failure("recurrenceValue", "means nothing when recurrenceType is Daily: leave it out")];
  }
  if (value === undefined) {
    return [
      failure("recurrenceValue", `is missing: expected ${DAYS[type]}, because recurrenceType is ${type}`),
    ];
  }
  const isSound = daysIn(value)?.every((day) => day >= 1 && day <= HIGHEST_DAY[type]) ?? false;
  return isSound
    ? []
    : [
        failure(
          "recurrenceValue",
          `is "${value}": expected ${DAYS[type]}, because recurrenceType is ${type}`,
        ),
      ];
};

/** AS.3029, AS.3033. */
const windowFailures = (schedule: ScheduledPolicyArguments): readonly CheckFailure[] => {
  const { launchTime, recurrenceType, recurrenceValue = "", startTime, endTime } = schedule;
  if (startTime === undefined || endTime === undefined || recurrenceType === undefined) return [];
  if (startTime >= endTime) return [failure("startTime", `${startTime} is not before endTime ${endTime}`)];
  const days = daysIn(recurrenceValue) ?? [];
  return everLaunches({ launchTime, recurrenceType, days, startTime, endTime })
    ? []
    : [
        failure(
          "launchTime",
          `${launchTime} never comes between startTime ${startTime} and endTime ${endTime}`,
        ),
      ];
};

/**
 * A policy that acts again and again. AS.3005, AS.3009, AS.3023 to AS.3025, AS.3029, AS.3033. That its end has passed
 * (AS.3007) is for the service to say: the policy itself stays valid.
 */
export const recurrenceFailures = (schedule: ScheduledPolicyArguments): readonly CheckFailure[] => {
  const { launchTime, recurrenceType, recurrenceValue, endTime } = schedule;
  const because = "because scalingPolicyType is RECURRENCE";
  const single = [
    ...(isTimeOfDay(launchTime)
      ? []
      : [failure("launchTime", `is "${launchTime}": expected a time of day such as 18:00, ${because}`)]),
    ...(recurrenceType === undefined
      ? [failure("recurrenceType", `is missing: expected one of Daily, Weekly, Monthly, ${because}`)]
      : valueFailures(recurrenceType, recurrenceValue)),
    ...(endTime === undefined
      ? [failure("endTime", `is missing: expected a moment such as 2026-12-24T18:00Z, ${because}`)]
      : []),
  ];
  return single.length > 0 ? single : windowFailures(schedule);
};
