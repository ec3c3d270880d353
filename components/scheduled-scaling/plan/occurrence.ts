/** The moments at which something happens, and until when they are planned. */
import { dayIn, yearOf } from "./day";
import { isLineDay, isRuled, linesOf, type Line } from "./line";
import { isSkipped, localDay, momentAt, periodsOf, type Moment, type Period } from "./time-zone";
import type { Timetable } from "./timetable";

/** A moment at which a line applies. */
export interface Occurrence extends Moment {
  readonly line: Line;
  /** Its local date. */
  readonly day: number;
}

/** What is looked at: the days from the beginning of last year to the last one that is planned. */
export interface Scope {
  readonly first: number;
  readonly last: number;
  readonly periods: readonly Period[];
}

const endOfYear = (year: number): number => dayIn(`${year}-12-31`) ?? 0;

/** The end of next year. */
const defaultEnd = (today: number): number => endOfYear(yearOf(today) + 1);

/** Since when periods are known. It does not move: what is named after a period keeps its name. */
const ORIGIN = new Date(Date.UTC(2020, 0, 1));

/** The scope of a timetable whose zone and dates are sound. It is the same all year. */
export const scopeOf = ({ timeZone, until }: Timetable, now: Date): Scope => {
  const today = localDay(timeZone, now);
  const first = endOfYear(yearOf(today) - 2) + 1;
  const last = (until === undefined ? undefined : dayIn(until)) ?? defaultEnd(today);
  const beyond = new Date(Date.UTC(yearOf(Math.max(last, today)) + 1, 1, 1));
  return { first, last, periods: periodsOf(timeZone, ORIGIN, beyond) };
};

const momentsOf = (line: Line, { first, last, periods }: Scope): readonly Occurrence[] => {
  const occurrences: Occurrence[] = [];
  for (let day = Math.max(first, line.dates.first); day <= Math.min(last, line.dates.last); day += 1) {
    if (!isLineDay(line, day)) continue;
    const moment = momentAt(periods, day, line.minuteOfDay);
    if (moment !== undefined) occurrences.push({ ...moment, line, day });
  }
  return occurrences;
};

/** The latest local time that has come at each moment; several come at once where clocks skip them. */
const latestTimes = (occurrences: readonly Occurrence[]): ReadonlyMap<number, number> => {
  const latest = new Map<number, number>();
  for (const { minute, local } of occurrences)
    latest.set(minute, Math.max(latest.get(minute) ?? local, local));
  return latest;
};

/**
 * The moments of each line. A line says what is wanted from a time on: where clocks skip the time and a later one has
 * come at the same moment, nothing is left of what it wanted.
 */
export const occurrencesOf = (timetable: Timetable, scope: Scope): readonly (readonly Occurrence[])[] => {
  const lines = linesOf(timetable).map((line) => momentsOf(line, scope));
  const latest = latestTimes(lines.flat());
  const isOvertaken = (some: Occurrence): boolean =>
    isSkipped(some) && some.local !== latest.get(some.minute);
  return lines.map((moments) => moments.filter((some) => !isOvertaken(some)));
};

/** Do these dates take a day from the line, from the first one on to the last one? */
const takesDay = ({ rule, dates }: Line, first: number, last: number): boolean => {
  const end = Math.min(last, dates.last);
  for (let day = Math.max(first, dates.first); day <= end; day += 1) {
    if (isRuled(rule, day)) return true;
  }
  return false;
};

/** Was a day of the line left out between the day before and this moment? */
export const isInterrupted = ({ line, day }: Occurrence, before: number): boolean =>
  line.skipped.some(({ first, last }) =>
    takesDay(line, Math.max(first, before + 1), Math.min(last, day - 1)),
  );

/** The day after the last exception that has taken a day from the line before this moment; minus infinity if none has. */
export const resumedOn = ({ line, day }: Occurrence): number =>
  Math.max(
    ...line.skipped
      .filter(({ first, last }) => last < day && takesDay(line, first, last))
      .map(({ last }) => last + 1),
  );
