/** Times of AS policies: UTC, to the minute. */

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const DAY_MS = 86_400_000;

/** Is this a moment that the calendar has, such as `2026-12-24T18:00Z`? */
export const isMoment = (text: string): boolean => {
  const moment = MOMENT.test(text) ? Date.parse(text) : Number.NaN;
  // The 30th of February is read as a day in March.
  return !Number.isNaN(moment) && new Date(moment).toISOString() === text.replace("Z", ":00.000Z");
};

/** A moment of the clock, in milliseconds, as the service writes it. */
export const momentOf = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, "2026-12-24T18:00".length)}Z`;

/** Is this a time of day, such as `18:00`? */
export const isTimeOfDay = (text: string): boolean => TIME_OF_DAY.test(text);

/** The days in a list such as `1,3,5`; undefined if it is none. */
export const daysIn = (text: string): readonly number[] | undefined =>
  /^\d{1,2}(?:,\d{1,2})*$/.test(text) ? text.split(",").map(Number) : undefined;

/** Moments at which something happens again and again. All parts are valid. */
export interface Recurrence {
  readonly launchTime: string;
  readonly recurrenceType: "Daily" | "Weekly" | "Monthly";
  readonly days: readonly number[];
  readonly startTime: string;
  readonly endTime: string;
}

/** Every day of a month comes again within two months, also the 31st. */
const LONGEST_GAP_DAYS = 62;

const isDay = ({ recurrenceType, days }: Recurrence, day: Date): boolean => {
  switch (recurrenceType) {
    case "Daily":
      return true;
    case "Weekly":
      return days.includes(day.getUTCDay() + 1);
    case "Monthly":
      return days.includes(day.getUTCDate());
  }
};

/** Does the launch time come at least once between start and end? */
export const everLaunches = (recurrence: Recurrence): boolean => {
  const start = Date.parse(recurrence.startTime);
  const end = Date.parse(recurrence.endTime);
  const first = Date.parse(`${recurrence.startTime.slice(0, 10)}T${recurrence.launchTime}Z`);
  for (let day = 0; day <= LONGEST_GAP_DAYS; day += 1) {
    const launch = first + day * DAY_MS;
    if (launch > end) return false;
    if (launch >= start && isDay(recurrence, new Date(launch))) return true;
  }
  return false;
};
