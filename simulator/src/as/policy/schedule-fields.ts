/** How `scheduled_policy` is read. */
import { refuse } from "../refusal";
import { isGiven, isObject, oneOf, type JsonObject } from "../value";
import { RECURRENCE_TYPES, type PolicyType, type Recurrence, type Schedule } from "./model";
import { minuteText, nextLaunch, parseMinute } from "./schedule";

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const HIGHEST_DAY = { Weekly: 7, Monthly: 31 } as const;

const has = (value: unknown): boolean => isGiven(value) && value !== "";

function readRecurrenceType(value: unknown): Recurrence["recurrence_type"] {
  if (!has(value)) throw refuse("AS.3023", "recurrence_type must be given for a periodic policy");
  return oneOf("AS.3004", "recurrence_type", RECURRENCE_TYPES)(value);
}

/** The value means nothing to a daily policy. AS.3024, AS.3025. */
function readRecurrenceValue(type: Recurrence["recurrence_type"], value: unknown): string {
  if (type === "Daily") return "";
  if (!has(value)) throw refuse("AS.3024", `recurrence_value must be given for ${type}`);
  const days = typeof value === "string" ? value.split(",") : [];
  const isDay = (day: string): boolean =>
    /^\d{1,2}$/.test(day) && Number(day) >= 1 && Number(day) <= HIGHEST_DAY[type];
  if (typeof value !== "string" || !days.every(isDay)) {
    throw refuse("AS.3025", `recurrence_value of ${type} must hold days from 1 to ${HIGHEST_DAY[type]}`);
  }
  return value;
}

/** AS.3005, AS.3006, AS.3007. */
function readEnd(value: unknown, now: Date): Date {
  if (!has(value)) throw refuse("AS.3005", "end_time must be given for a periodic policy");
  const end = parseMinute(value);
  if (end === undefined) throw refuse("AS.3006", "end_time must have the form YYYY-MM-DDThh:mmZ");
  if (end <= now) throw refuse("AS.3007", "end_time lies in the past");
  return end;
}

/** AS.3028, AS.3029. */
function readStart(value: unknown, end: Date, now: Date): Date {
  const start = has(value) ? parseMinute(value) : now;
  if (start === undefined) throw refuse("AS.3028", "start_time must have the form YYYY-MM-DDThh:mmZ");
  if (start >= end) throw refuse("AS.3029", "start_time must be before end_time");
  return start;
}

function readPeriodic(fields: JsonObject, now: Date): Schedule {
  const { launch_time: launch } = fields;
  if (typeof launch !== "string" || !TIME_OF_DAY.test(launch)) {
    throw refuse("AS.3009", "launch_time of a periodic policy must have the form hh:mm");
  }
  const type = readRecurrenceType(fields["recurrence_type"]);
  const value = readRecurrenceValue(type, fields["recurrence_value"]);
  const end = readEnd(fields["end_time"], now);
  const start = readStart(fields["start_time"], end, now);
  const schedule: Schedule = {
    launch_time: launch,
    recurrence: {
      recurrence_type: type,
      recurrence_value: value,
      start_time: minuteText(start),
      end_time: minuteText(end),
    },
  };
  if (nextLaunch(schedule, now) === undefined) {
    throw refuse("AS.3033", "launch_time never comes between start_time and end_time");
  }
  return schedule;
}

/** AS.3009, AS.3010. */
function readOnce({ launch_time: value }: JsonObject, now: Date): Schedule {
  const launch = parseMinute(value);
  if (launch === undefined) throw refuse("AS.3009", "launch_time must have the form YYYY-MM-DDThh:mmZ");
  if (launch <= now) throw refuse("AS.3010", "launch_time lies in the past");
  return { launch_time: minuteText(launch), recurrence: null };
}

/** Reads when a policy of the given type acts. AS.3003 to AS.3010, AS.3023 to AS.3025, AS.3028, AS.3029, AS.3033. */
export function readSchedule(type: Exclude<PolicyType, "ALARM">, value: unknown, now: Date): Schedule {
  if (!isObject(value)) throw refuse("AS.3003", `scheduled_policy must be given for ${type}`);
  if (!has(value["launch_time"])) throw refuse("AS.3008", "launch_time must be given");
  return type === "SCHEDULED" ? readOnce(value, now) : readPeriodic(value, now);
}
