/** The parts of a policy in words: programs and the service write them differently, people compare them. */
import { isAbsent, isRecord, type UnknownRecord } from "../record";
import { shown } from "../resource/field";

const words = (value: unknown, describe: (parts: UnknownRecord) => readonly string[]): string =>
  isRecord(value) ? describe(value).join(" ") : shown(value);

const part = (label: string, value: unknown): readonly string[] =>
  isAbsent(value) ? [] : [label === "" ? shown(value) : `${label} ${shown(value)}`];

/** Such as `20:00 Weekly 1,7 from 2026-11-24T10:00Z until 2027-01-01T00:00Z`. */
export const describeSchedule = (schedule: unknown): string =>
  words(schedule, ({ launchTime, recurrenceType, recurrenceValue, startTime, endTime }) => [
    ...part("", launchTime),
    ...part("", recurrenceType),
    ...part("", recurrenceValue),
    ...part("from", startTime),
    ...part("until", endTime),
  ]);

/** Such as `ADD 10, limits 200` or `REDUCE 50%`. */
export const describeAction = (action: unknown): string =>
  words(action, ({ operation = "ADD", size, percentage, limits }) => [
    shown(operation),
    isAbsent(percentage) ? shown(size ?? 1) : `${shown(percentage)}%`,
    ...part("limits", limits),
  ]);
