/** What clocks on the wall show in a time zone: periods in which they are the same distance from UTC. */
import { tzOffset } from "@date-fns/tz/tzOffset";
import { tzScan } from "@date-fns/tz/tzScan";
import { DAY_MINUTES, dateOfMinute, dayOfMinute, minuteOf } from "./day";

/** A time during which clocks are not changed. All numbers are minutes, moments since 1970 in UTC. */
export interface Period {
  /** Its first minute; minus infinity when it is not known. */
  readonly start: number;
  /** The first minute that is not part of it; infinity when it is not known. */
  readonly end: number;
  /** What clocks are ahead of UTC. */
  readonly offset: number;
}

/** Does the machine know this time zone? */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const HOUR_MINUTES = 60;

/** The library finds the hour after which clocks are other; some zones change them at half past. */
const exactChange = (timeZone: string, hour: number, offset: number): number => {
  let minute = hour;
  while (minute > hour - HOUR_MINUTES && tzOffset(timeZone, dateOfMinute(minute - 1)) === offset) minute -= 1;
  return minute;
};

/**
 * The periods of a time zone that touch a time, in their order.
 *
 * @param from first day of a month
 */
export const periodsOf = (timeZone: string, from: Date, until: Date): readonly Period[] => {
  const changes = tzScan(timeZone, { start: from, end: until }).map(({ date, offset }) => ({
    start: exactChange(timeZone, minuteOf(date), offset),
    offset,
  }));
  const starts = [{ start: Number.NEGATIVE_INFINITY, offset: tzOffset(timeZone, from) }, ...changes];
  return starts.map(({ start, offset }, index) => ({
    start,
    end: starts[index + 1]?.start ?? Number.POSITIVE_INFINITY,
    offset,
  }));
};

/** The local date of a moment. */
export const localDay = (timeZone: string, date: Date): number =>
  dayOfMinute(minuteOf(date) + tzOffset(timeZone, date));

/** A moment, and the period by whose clock it was read. */
export interface Moment {
  /** Minutes since 1970, UTC. */
  readonly minute: number;
  readonly period: Period;
  /** The local time that is meant, as minutes since 1970. */
  readonly local: number;
}

/**
 * The moment from which on a time has come: when clocks show it, or a later one, for the first time. A time that they skip
 * has come when they are changed.
 *
 * @param day local date
 * @param minuteOfDay local time
 */
export const momentAt = (
  periods: readonly Period[],
  day: number,
  minuteOfDay: number,
): Moment | undefined => {
  const local = day * DAY_MINUTES + minuteOfDay;
  const period = periods.find(({ end, offset }) => local < end + offset);
  return period === undefined
    ? undefined
    : { minute: Math.max(local - period.offset, period.start), period, local };
};

/** Do clocks show a later time at this moment, because they skip the one that is meant? */
export const isSkipped = ({ minute, period, local }: Moment): boolean => local < minute + period.offset;

/** The local date on which a period begins; minus infinity if it began before everything that is looked at. */
export const firstDay = ({ start, offset }: Period): number =>
  Number.isFinite(start) ? dayOfMinute(start + offset) : start;
