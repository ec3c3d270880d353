/** When policies act. All times are UTC, to the minute. */
import type { Recurrence, Schedule } from "./model";

const MINUTE_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Every day of the month comes again within two months, also the 31st. */
const LONGEST_GAP_DAYS = 62;

/** For example `2026-01-31T08:00Z`. */
export const minuteText = (moment: Date): string => moment.toISOString().replace(/:\d{2}\.\d{3}Z$/, "Z");

/** The moment that a text of the form of {@link minuteText} names. */
export function parseMinute(text: unknown): Date | undefined {
  if (typeof text !== "string" || !MINUTE_PATTERN.test(text)) return undefined;
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && minuteText(moment) === text ? moment : undefined;
}

function actsOn({ recurrence_type: type, recurrence_value: value }: Recurrence, day: Date): boolean {
  if (type === "Daily") return true;
  const wanted = type === "Weekly" ? day.getUTCDay() + 1 : day.getUTCDate();
  return value.split(",").map(Number).includes(wanted);
}

function nextRecurrence(launchTime: string, recurrence: Recurrence, after: Date): Date | undefined {
  const [hours = 0, minutes = 0] = launchTime.split(":").map(Number);
  const start = new Date(recurrence.start_time).getTime();
  const end = new Date(recurrence.end_time).getTime();
  const launch = new Date(Math.max(after.getTime(), start));
  launch.setUTCHours(hours, minutes, 0, 0);
  for (let days = 0; days <= LONGEST_GAP_DAYS; days += 1) {
    const time = launch.getTime();
    if (time > end) return undefined;
    if (time > after.getTime() && time >= start && actsOn(recurrence, launch)) return launch;
    launch.setTime(time + DAY_MS);
  }
  return undefined;
}

/** The first time after a moment at which a policy acts. */
export function nextLaunch({ launch_time, recurrence }: Schedule, after: Date): Date | undefined {
  if (recurrence !== null) return nextRecurrence(launch_time, recurrence, after);
  const launch = new Date(launch_time);
  return launch.getTime() > after.getTime() ? launch : undefined;
}

/** Whether a policy acts at this very minute. */
export function launchesAt(schedule: Schedule, moment: Date): boolean {
  const next = nextLaunch(schedule, new Date(moment.getTime() - 1));
  return next?.getTime() === moment.getTime();
}
