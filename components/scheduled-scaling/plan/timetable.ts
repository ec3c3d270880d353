/** A timetable as a program writes it. All times are those of clocks on the wall. */

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** Days on which an entry applies: every day, Monday to Friday, Saturday and Sunday, or the given ones. */
export type Days = "daily" | "weekdays" | "weekends" | Weekday | readonly Weekday[];

/** A time of day, and the number of instances that is wanted from then on. */
export interface TimetableChange {
  /** Time of day in the zone of the timetable, `hh:mm` from `00:00` to `23:59`. */
  readonly at: string;
  /** Wanted number of instances from then on, 0 to 300. AS keeps it between the minimum and the maximum of the group. */
  readonly desireInstanceNumber: number;
}

/** An entry of a timetable. */
export interface TimetableEntry extends TimetableChange {
  /**
   * Name of the entry: 1 to 32 characters of `A-Za-z0-9_-`. Policies are named after it, so an entry with a name of its
   * own keeps its policies when its time and days change.
   * @default - the time and the days, such as `0700-weekdays`
   */
  readonly name?: string;
  /**
   * Days of the week on which the entry applies. Excludes `daysOfMonth`.
   * @default "daily"
   */
  readonly days?: Days;
  /** Days of the month on which the entry applies: 1 to 31, or `"last"`. A month that lacks a day is left out. */
  readonly daysOfMonth?: readonly (number | "last")[];
  /**
   * First date on which the entry applies, `YYYY-MM-DD`.
   * @default - it applies already
   */
  readonly from?: string;
  /**
   * Last date on which the entry applies, `YYYY-MM-DD`. With `from`, one day at least has to be one of the entry, and
   * not among the exceptions.
   * @default - the last date of the plan
   */
  readonly until?: string;
}

/** Dates on which other changes apply than otherwise, or none. */
export interface TimetableException {
  /** First date, `YYYY-MM-DD`. */
  readonly from: string;
  /**
   * Last date, `YYYY-MM-DD`.
   * @default - `from`: a single date
   */
  readonly until?: string;
  /**
   * What applies on these dates instead of the timetable.
   * @default [] nothing changes on these dates: the number stays what it was the evening before
   */
  readonly timetable?: readonly TimetableChange[];
}

/** Everything that says when which number of instances is wanted. */
export interface Timetable {
  /** Time zone whose clocks the timetable follows, as in the IANA data base: `Europe/Berlin`, `UTC`. */
  readonly timeZone: string;
  /** The entries. No two of them may apply at the same moment. */
  readonly timetable: readonly TimetableEntry[];
  /**
   * Holidays and other exceptions, in any order. No two of them may share a date. Dates that have passed do no harm.
   * @default [] no exceptions
   */
  readonly exceptions?: readonly TimetableException[];
  /**
   * Last date that is planned, `YYYY-MM-DD`: at most ten years ahead. AS demands an end of every periodic policy. When it
   * has passed, nothing is planned any more, and a warning says so.
   * @default - the end of next year, so that every year's first `up` plans one year more
   */
  readonly until?: string;
}
