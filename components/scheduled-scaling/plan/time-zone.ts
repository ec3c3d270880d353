/** What clocks on the wall show in a time zone: periods in which they are the same distance from UTC. */
import { tzOffset } from "@date-fns/tz/tzOffset";
import { tzScan } from "@date-fns/tz/tzScan";
import { DAY_MINUTES, dateOfMinute, minuteOf } from "./day";

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

/** A moment, and the period by whose clock it was read. */
export interface Moment {
  /** Minutes since 1970, UTC. */
  readonly minute: number;
  readonly period: Period;
}

/**
 * When clocks show this time. A time that they show twice is the first one; one that they skip is as much later as they
 * skip, as if nobody had changed them yet.
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
  const period =
    periods.find(({ start, end, offset }) => local - offset >= start && local - offset < end) ??
    periods.findLast(({ end, offset }) => local - offset >= end);
  return period === undefined ? undefined : { minute: local - period.offset, period };
};

/** The local date of a moment. */
export const localDay = (periods: readonly Period[], minute: number): number => {
  const offset = periods.find(({ end }) => minute < end)?.offset ?? 0;
  return Math.floor((minute + offset) / DAY_MINUTES);
};
