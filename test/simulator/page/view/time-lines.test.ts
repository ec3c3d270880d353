import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Capacity } from "../../../../simulator/page/state";
import { chartOf } from "../../../../simulator/page/view/chart";
import { dateAndTime, spanWords, timeOfDay } from "../../../../simulator/page/view/time";
import { timelineOf } from "../../../../simulator/page/view/timeline";
import { action } from "../examples";

const NOON = Date.parse("2026-01-01T12:00:00Z");
const before = (seconds: number): string => new Date(NOON - seconds * 1000).toISOString();

describe("time", () => {
  test("is told in UTC", () => {
    expect(timeOfDay(NOON + 5000)).toBe("12:00:05");
    expect(dateAndTime(NOON)).toBe("2026-01-01 12:00:00 UTC");
  });

  test.each([
    [0, "0 s"],
    [-5, "0 s"],
    [59.4, "59 s"],
    [60, "1 min"],
    [97, "1 min 37 s"],
    [3600, "1 h"],
    [4830, "1 h 20 min"],
    [183_600, "2 d 3 h"],
  ])("of %d seconds is %s", (seconds, words) => {
    expect(spanWords(seconds * 1000)).toBe(words);
  });
});

describe("the timeline", () => {
  test("lists the newest scaling action first, each where it was in time", () => {
    const { rows, span } = timelineOf(
      [
        action({ id: "old", start: before(150), end: before(75) }),
        action({
          id: "new",
          start: before(30),
          end: null,
          status: "DOING",
          added: 0,
          instances: 2,
          desired: 5,
        }),
      ],
      NOON,
    );
    expect(span).toBe("the last 5 min");
    expect(rows).toEqual([
      {
        id: "new",
        time: "11:59:30",
        group: "web",
        type: "NORMAL",
        sentence: "from 2 to 5 (MANNUAL), running for 30 s",
        tone: "busy",
        from: 0.9,
        length: expect.closeTo(0.1) as number,
      },
      {
        id: "old",
        time: "11:57:30",
        group: "web",
        type: "NORMAL",
        sentence: "from 0 to 2 (MANNUAL), 2 added, done in 1 min 15 s",
        tone: "good",
        from: 0.5,
        length: 0.25,
      },
    ]);
  });

  test("tells what failed, and leaves out what there was not", () => {
    const failed = action({
      status: "FAIL",
      reasons: [],
      added: 0,
      removed: 1,
      failures: ["AS.7115: The vCPU quota is insufficient."],
    });
    const [row] = timelineOf([failed], NOON).rows;
    expect(row).toMatchObject({
      tone: "bad",
      sentence: "from 0 to 2, 1 removed, failed after 1 min 30 s, AS.7115: The vCPU quota is insufficient.",
    });
  });

  test("is as long as its newest actions need, whatever else is shown, and has forty rows at most", () => {
    const actions = Array.from({ length: 50 }, (_, index) =>
      action({ id: String(index), start: before(index * 20), end: before(index * 20 - 5) }),
    );
    const { rows, span } = timelineOf(actions, NOON);
    expect(span).toBe("the last 5 min");
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, index) => String(index)));
    expect(rows.at(-1)).toMatchObject({ from: 0, length: 0 });
  });

  test("never draws beyond its ends", () => {
    const moments = fc.array(fc.tuple(fc.integer({ min: 0, max: 2e6 }), fc.nat(2e6)), { maxLength: 30 });
    fc.assert(
      fc.property(moments, (pairs) => {
        const actions = pairs.map(([start, length], index) =>
          action({ id: String(index), start: before(start), end: before(start - length) }),
        );
        for (const { from, length } of timelineOf(actions, NOON).rows) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThanOrEqual(0);
          expect(from + length).toBeLessThanOrEqual(1.0000001);
        }
      }),
      { seed: 6 },
    );
  });
});

describe("the chart of a group", () => {
  const point = (seconds: number, serving: number): Capacity => ({
    at: NOON + seconds * 1000,
    min: 1,
    desired: 2,
    max: 4,
    serving,
  });

  test("moves in steps from the first look until now", () => {
    const size = { width: 100, height: 40 };
    const chart = chartOf([point(0, 0), point(50, 2)], NOON + 100_000, size);
    expect(chart).toEqual({
      top: 4,
      span: "1 min 40 s",
      sentence: "In the last 1 min 40 s between 0 and 2 instances were in service; now 2.",
      paths: {
        max: "M0 0H50V0H100",
        desired: "M0 20H50V20H100",
        min: "M0 30H50V30H100",
        serving: "M0 40H50V20H100",
      },
    });
  });

  test("is not there before the first look", () => {
    expect(chartOf([], NOON, { width: 1, height: 1 })).toBeUndefined();
  });
});
