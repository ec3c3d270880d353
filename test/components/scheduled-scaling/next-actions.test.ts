import { describe, expect, it } from "vitest";
import { nextActions } from "../../../components/scheduled-scaling/next-actions";
import type { TimetableEntry } from "../../../components/scheduled-scaling/plan/timetable";

/** The evening before clocks go forward in Berlin, from 02:00 to 03:00. */
const EVENING = new Date("2027-03-27T20:00Z");

const nextIn = (timetable: readonly TimetableEntry[], count: number) =>
  nextActions({ timeZone: "Europe/Berlin", timetable }, count, EVENING).map(
    ({ at, local, desireInstanceNumber }) => [at, local, desireInstanceNumber],
  );

const sunday = (at: string, desireInstanceNumber: number): TimetableEntry => ({
  at,
  days: "sunday",
  desireInstanceNumber,
});
const hourly = Array.from({ length: 24 }, (_, hour) => ({
  at: `${String(hour).padStart(2, "0")}:00`,
  desireInstanceNumber: hour,
}));

describe("the day on which clocks skip an hour", () => {
  it.each<[string, readonly TimetableEntry[], readonly (readonly [string, string, number])[]]>([
    [
      "a skipped time comes when clocks are changed, before a later one",
      [sunday("02:30", 20), sunday("03:15", 2)],
      [
        ["2027-03-28T01:00Z", "2027-03-28T03:00+02:00", 20],
        ["2027-03-28T01:15Z", "2027-03-28T03:15+02:00", 2],
        ["2027-04-04T00:30Z", "2027-04-04T02:30+02:00", 20],
      ],
    ],
    [
      "a skipped time is left out when a later one comes at the same moment",
      [
        { at: "02:00", desireInstanceNumber: 20 },
        { at: "03:00", desireInstanceNumber: 2 },
      ],
      [
        ["2027-03-28T01:00Z", "2027-03-28T03:00+02:00", 2],
        ["2027-03-29T00:00Z", "2027-03-29T02:00+02:00", 20],
      ],
    ],
    [
      "of several skipped times the latest comes",
      [sunday("02:45", 7), sunday("02:15", 20)],
      [
        ["2027-03-28T01:00Z", "2027-03-28T03:00+02:00", 7],
        ["2027-04-04T00:15Z", "2027-04-04T02:15+02:00", 20],
      ],
    ],
    [
      "an hourly timetable goes on with the hour that clocks show",
      hourly,
      [
        ["2027-03-27T21:00Z", "2027-03-27T22:00+01:00", 22],
        ["2027-03-27T22:00Z", "2027-03-27T23:00+01:00", 23],
        ["2027-03-27T23:00Z", "2027-03-28T00:00+01:00", 0],
        ["2027-03-28T00:00Z", "2027-03-28T01:00+01:00", 1],
        ["2027-03-28T01:00Z", "2027-03-28T03:00+02:00", 3],
        ["2027-03-28T02:00Z", "2027-03-28T04:00+02:00", 4],
      ],
    ],
  ])("%s", (_, timetable, expected) => {
    expect(nextIn(timetable, expected.length)).toEqual(expected);
  });
});
