import { describe, expect, it } from "vitest";
import { daysIn, everLaunches, isMoment, isTimeOfDay } from "../../../provider/core/as-policy/times";

describe("a moment", () => {
  it.each(["2026-12-24T18:00Z", "2028-02-29T00:00Z", "2026-01-31T23:59Z"])("is %s", (text) => {
    expect(isMoment(text)).toBe(true);
  });

  it.each([
    "2026-12-24T18:00:00Z",
    "2026-12-24T18:00",
    "2026-12-24 18:00Z",
    "2026-02-29T00:00Z",
    "2026-13-01T00:00Z",
    "2026-04-31T00:00Z",
    "2026-12-24T24:00Z",
    "2026-12-24T18:60Z",
    "18:00",
    "",
  ])("is not %j", (text) => {
    expect(isMoment(text)).toBe(false);
  });
});

describe("a time of day", () => {
  it("has two digits each, from midnight to the last minute", () => {
    expect(["00:00", "09:30", "23:59"].map(isTimeOfDay)).toEqual([true, true, true]);
    expect(["24:00", "9:30", "09:60", "09:30Z", "2026-12-24T18:00Z", ""].map(isTimeOfDay)).toEqual(
      Array<boolean>(6).fill(false),
    );
  });
});

describe("days", () => {
  it("are separated by commas and nothing else", () => {
    expect(daysIn("1")).toEqual([1]);
    expect(daysIn("1,10,28")).toEqual([1, 10, 28]);
    expect(["", "1,", ",1", "1, 3", "1;3", "Sun", "123", "-1", "1.5"].map(daysIn)).toEqual(
      Array<undefined>(9).fill(undefined),
    );
  });
});

describe("a recurrence", () => {
  const daily = {
    launchTime: "18:00",
    recurrenceType: "Daily" as const,
    days: [],
    startTime: "2026-11-02T12:00Z",
    endTime: "2026-11-02T18:00Z",
  };

  it("launches at the very minute of its end, and not when it ends before", () => {
    expect(everLaunches(daily)).toBe(true);
    expect(everLaunches({ ...daily, endTime: "2026-11-02T17:59Z" })).toBe(false);
  });

  it("launches on the next day when it starts after the time of this one", () => {
    const late = { ...daily, startTime: "2026-11-02T18:01Z" };
    expect(everLaunches({ ...late, endTime: "2026-11-03T17:59Z" })).toBe(false);
    expect(everLaunches({ ...late, endTime: "2026-11-03T18:00Z" })).toBe(true);
  });

  it("counts the days of a week from Sunday", () => {
    // The 2nd of November 2026 is a Monday.
    const weekly = { ...daily, recurrenceType: "Weekly" as const };
    expect(everLaunches({ ...weekly, days: [2] })).toBe(true);
    expect(everLaunches({ ...weekly, days: [1, 3, 4, 5, 6, 7] })).toBe(false);
  });

  it("finds a day that the next month does not have", () => {
    const monthly = { ...daily, recurrenceType: "Monthly" as const, days: [31] };
    const fromJanuary = { ...monthly, startTime: "2026-01-31T19:00Z" };
    expect(everLaunches({ ...fromJanuary, endTime: "2026-03-31T17:59Z" })).toBe(false);
    expect(everLaunches({ ...fromJanuary, endTime: "2026-03-31T18:00Z" })).toBe(true);
  });
});
