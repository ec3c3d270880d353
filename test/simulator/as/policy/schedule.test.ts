import fc from "fast-check";
import { expect, test } from "vitest";
import type { Recurrence, Schedule } from "../../../../simulator/src/as/policy/model";
import {
  launchesAt,
  minuteText,
  nextLaunch,
  parseMinute,
} from "../../../../simulator/src/as/policy/schedule";

const recurring = (launch_time: string, recurrence: Partial<Recurrence>): Schedule => ({
  launch_time,
  recurrence: {
    recurrence_type: "Daily",
    recurrence_value: "",
    start_time: "2026-01-01T00:00Z",
    end_time: "2026-12-31T23:59Z",
    ...recurrence,
  },
});

/** The first launches after a moment. */
function launches(schedule: Schedule, after: string, count: number): string[] {
  const found: string[] = [];
  let moment: Date | undefined = new Date(after);
  while (found.length < count) {
    moment = nextLaunch(schedule, moment);
    if (moment === undefined) return found;
    found.push(minuteText(moment));
  }
  return found;
}

test("a daily policy acts every day, the first time after the present moment", () => {
  const daily = recurring("08:30", {});
  expect(launches(daily, "2026-02-27T08:30:00Z", 3)).toEqual([
    "2026-02-28T08:30Z",
    "2026-03-01T08:30Z",
    "2026-03-02T08:30Z",
  ]);
  expect(launches(daily, "2026-02-27T08:29:59Z", 1)).toEqual(["2026-02-27T08:30Z"]);
});

test("day 1 of a week is Sunday", () => {
  const weekly = recurring("00:00", { recurrence_type: "Weekly", recurrence_value: "1,3,7" });
  // 2026-01-01 is a Thursday.
  expect(launches(weekly, "2026-01-01T00:00:00Z", 4)).toEqual([
    "2026-01-03T00:00Z",
    "2026-01-04T00:00Z",
    "2026-01-06T00:00Z",
    "2026-01-10T00:00Z",
  ]);
});

test("a month without a 31st is left out", () => {
  const monthly = recurring("12:00", { recurrence_type: "Monthly", recurrence_value: "31" });
  expect(launches(monthly, "2026-01-31T12:00:00Z", 3)).toEqual([
    "2026-03-31T12:00Z",
    "2026-05-31T12:00Z",
    "2026-07-31T12:00Z",
  ]);
});

test("nothing happens before the start or after the end, both included", () => {
  const window = { start_time: "2026-03-01T08:00Z", end_time: "2026-03-03T08:00Z" };
  expect(launches(recurring("08:00", window), "2026-01-01T00:00:00Z", 9)).toEqual([
    "2026-03-01T08:00Z",
    "2026-03-02T08:00Z",
    "2026-03-03T08:00Z",
  ]);
  expect(launches(recurring("07:59", window), "2026-01-01T00:00:00Z", 9)).toEqual([
    "2026-03-02T07:59Z",
    "2026-03-03T07:59Z",
  ]);
});

test("a policy without recurrence acts once", () => {
  const once: Schedule = { launch_time: "2026-03-01T08:00Z", recurrence: null };
  expect(launches(once, "2026-01-01T00:00:00Z", 2)).toEqual(["2026-03-01T08:00Z"]);
  expect(launchesAt(once, new Date("2026-03-01T08:00:00Z"))).toBe(true);
  expect(launchesAt(once, new Date("2026-03-01T08:01:00Z"))).toBe(false);
});

test.each(["2026-02-29T00:00Z", "2026-01-01T24:00Z", "2026-01-01T00:00:00Z", "2026-01-01", 1, null])(
  "%j is no minute",
  (text) => {
    expect(parseMinute(text)).toBeUndefined();
  },
);

test("the next launch is the first minute that fits the rule, as a walk over all days finds it", () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 });
  const minute = fc.integer({ min: 0, max: 600 * 24 * 60 - 1 });
  const base = Date.parse("2026-01-01T00:00:00Z");
  fc.assert(
    fc.property(
      fc.constantFrom<Recurrence["recurrence_type"]>("Daily", "Weekly", "Monthly"),
      days,
      fc.integer({ min: 0, max: 23 }),
      minute,
      minute,
      (type, chosen, hour, start, now) => {
        const values = type === "Weekly" ? chosen.map((day) => ((day - 1) % 7) + 1) : chosen;
        const [from, to] = [base + start * 60_000, base + (start + 100 * 24 * 60) * 60_000];
        const schedule = recurring(`${String(hour).padStart(2, "0")}:00`, {
          recurrence_type: type,
          recurrence_value: type === "Daily" ? "" : values.join(","),
          start_time: minuteText(new Date(from)),
          end_time: minuteText(new Date(to)),
        });
        const after = new Date(base + now * 60_000);
        const fits = (time: number): boolean => {
          const day = new Date(time);
          if (time < from || time > to || time <= after.getTime()) return false;
          if (type === "Daily") return true;
          return values.includes(type === "Weekly" ? day.getUTCDay() + 1 : day.getUTCDate());
        };
        const candidates = Array.from({ length: 701 }, (_, day) => base + (day * 24 + hour) * 3_600_000);
        expect(nextLaunch(schedule, after)?.getTime()).toBe(candidates.find(fits));
      },
    ),
    { seed: 20261124, numRuns: 300 },
  );
});
