/** Lines of a timetable: entries, and the changes of exceptions, in one form. */
import { dayIn, dayOfMonth, isLastOfMonth, minuteIn, WEEK, weekdayOf } from "./day";
import type {
  Days,
  Timetable,
  TimetableChange,
  TimetableEntry,
  TimetableException,
  Weekday,
} from "./timetable";

/** Which days of the calendar. */
export type DayRule =
  | { readonly kind: "daily" }
  | { readonly kind: "weekly"; readonly weekdays: readonly number[] }
  | { readonly kind: "monthly"; readonly days: readonly (number | "last")[] };

/** Dates from the first to the last one; without end where one is missing. */
export interface Dates {
  readonly first: number;
  readonly last: number;
}

/** What happens at one time of day. */
export interface Line {
  /** Policies are named after it. */
  readonly name: string;
  readonly minuteOfDay: number;
  readonly rule: DayRule;
  readonly dates: Dates;
  /** Dates between the first and the last one on which the line does not apply. */
  readonly skipped: readonly Dates[];
  readonly desireInstanceNumber: number;
}

/** Days that have a name together. */
export const DAY_SETS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: WEEK,
  weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  weekends: ["saturday", "sunday"],
};

/** The days of the week that are meant. */
const weekdaysOf = (days: Days): readonly string[] =>
  typeof days === "string" ? (DAY_SETS[days] ?? [days]) : days;

const ruleOf = ({ days = "daily", daysOfMonth }: TimetableEntry): DayRule => {
  if (daysOfMonth !== undefined) return { kind: "monthly", days: daysOfMonth };
  const wanted = weekdaysOf(days);
  const weekdays = WEEK.flatMap((day, index) => (wanted.includes(day) ? [index] : []));
  return weekdays.length === WEEK.length ? { kind: "daily" } : { kind: "weekly", weekdays };
};

/** Does the rule name this day? */
export const isRuled = (rule: DayRule, day: number): boolean => {
  switch (rule.kind) {
    case "daily":
      return true;
    case "weekly":
      return rule.weekdays.includes(weekdayOf(day));
    case "monthly":
      return rule.days.includes(dayOfMonth(day)) || (rule.days.includes("last") && isLastOfMonth(day));
  }
};

/** Is the day among these dates? */
const isWithin = ({ first, last }: Dates, day: number): boolean => day >= first && day <= last;

/** Does the line apply on this day? */
export const isLineDay = ({ rule, dates, skipped }: Line, day: number): boolean =>
  isWithin(dates, day) && isRuled(rule, day) && !skipped.some((some) => isWithin(some, day));

const clock = (at: string): string => at.replace(":", "");

const shortDays = ({ days = "daily", daysOfMonth }: TimetableEntry): string =>
  daysOfMonth !== undefined
    ? `day-${daysOfMonth.join("-")}`
    : typeof days === "string"
      ? days
      : days.map((day) => day.slice(0, 3)).join("-");

/** Name of an entry that may not have one of its own. */
export const entryName = (entry: TimetableEntry): string =>
  entry.name ?? `${clock(entry.at)}-${shortDays(entry)}`;

/** The dates of an entry or of an exception. */
const datesOf = (from: string | undefined, until: string | undefined): Dates => ({
  first: (from === undefined ? undefined : dayIn(from)) ?? Number.NEGATIVE_INFINITY,
  last: (until === undefined ? undefined : dayIn(until)) ?? Number.POSITIVE_INFINITY,
});

/** The dates of an exception: one date, unless it says until when. */
export const exceptionDates = ({ from, until = from }: TimetableException): Dates => datesOf(from, until);

const changeOf = ({ at, desireInstanceNumber }: TimetableChange) => ({
  minuteOfDay: minuteIn(at) ?? 0,
  desireInstanceNumber,
});

/** The lines of a sound timetable. */
export const linesOf = ({ timetable, exceptions = [] }: Timetable): readonly Line[] => [
  ...timetable.map((entry) => ({
    name: entryName(entry),
    rule: ruleOf(entry),
    dates: datesOf(entry.from, entry.until),
    skipped: exceptions.map(exceptionDates),
    ...changeOf(entry),
  })),
  ...exceptions.flatMap((exception) =>
    (exception.timetable ?? []).map((change) => ({
      name: `${exception.from}-${clock(change.at)}`,
      rule: { kind: "daily" as const },
      dates: exceptionDates(exception),
      skipped: [],
      ...changeOf(change),
    })),
  ),
];
