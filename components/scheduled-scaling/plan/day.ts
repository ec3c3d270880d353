/** Dates of the calendar, counted in days since 1970-01-01; no time zone is involved. */
import { momentOf } from "../../../provider/core/as-policy/times";
import type { Weekday } from "./timetable";

/** Minutes of a day of 24 hours. */
export const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;

/** Days of the week in the order of the API, which counts Sunday as 1. */
export const WEEK: readonly Weekday[] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];
const THURSDAY = 4;

const dateOf = (day: number): Date => new Date(day * DAY_MINUTES * MINUTE_MS);

/** The day of a text such as `2026-12-24`; undefined if the calendar has no such day. */
export const dayIn = (text: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = Date.parse(text) / (DAY_MINUTES * MINUTE_MS);
  return Number.isInteger(day) && dayText(day) === text ? day : undefined;
};

/** Such as `2026-12-24`. */
export const dayText = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/** The day of the week from 0 (Sunday) to 6. */
export const weekdayOf = (day: number): number => (((day + THURSDAY) % 7) + 7) % 7;

/** The day of the month from 1. */
export const dayOfMonth = (day: number): number => dateOf(day).getUTCDate();

/** Is this the last day of its month? */
export const isLastOfMonth = (day: number): boolean => dayOfMonth(day + 1) === 1;

/** Year of a day. */
export const yearOf = (day: number): number => dateOf(day).getUTCFullYear();

/** The day that a minute since 1970 is on. */
export const dayOfMinute = (minute: number): number => Math.floor(minute / DAY_MINUTES);

/** Minute of the day of a text such as `07:30`; undefined if it is none. */
export const minuteIn = (text: string): number | undefined =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
    ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
    : undefined;

/** A moment in the form that the API takes, such as `2026-12-24T18:00Z`. @param minute minutes since 1970, UTC */
export const momentText = (minute: number): string => momentOf(minute * MINUTE_MS);

/** Time of day of a moment, such as `18:00`. */
export const timeText = (minute: number): string => momentText(minute).slice(11, 16);

/** Minutes since 1970 of a date, parts of minutes cut off. */
export const minuteOf = (date: Date): number => Math.floor(date.getTime() / MINUTE_MS);

/** The date of a number of minutes since 1970. */
export const dateOfMinute = (minute: number): Date => new Date(minute * MINUTE_MS);
