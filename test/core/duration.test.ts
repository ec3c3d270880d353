import * as E from "fp-ts/Either";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mismatches } from "../../provider/core/decode";
import { duration, formatDuration } from "../../provider/core/duration";

const SEED = 20261124;

describe("duration", () => {
  it.each([
    ["90s", 90],
    ["15m", 900],
    ["2h", 7200],
    ["1h30m", 5400],
    ["1h0m5s", 3605],
    ["1m90s", 150],
    ["0s", 0],
    ["24h", 86_400],
    [0, 0],
    [600, 600],
    [86_400, 86_400],
  ])("reads %j as %d seconds", (written, seconds) => {
    expect(duration.decode(written)).toEqual(E.right(seconds));
  });

  it.each([
    "",
    "90",
    "1.5h",
    "-5m",
    "30m1h",
    "5 m",
    "5M",
    "24h1s",
    "15m ",
    -1,
    1.5,
    86_401,
    NaN,
    Infinity,
    true,
    [],
    {},
  ])("refuses %j", (written) => {
    const read = duration.decode(written);
    expect(E.isLeft(read) && mismatches(read.left).map(({ path, expected }) => ({ path, expected }))).toEqual(
      [
        {
          path: "",
          expected: 'a duration such as "90s", "15m" or "1h30m", or seconds, from 0 to 24 hours',
        },
      ],
    );
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0s"],
    [59, "59s"],
    [60, "1m"],
    [90, "1m30s"],
    [900, "15m"],
    [3600, "1h"],
    [5400, "1h30m"],
    [3605, "1h5s"],
    [86_400, "24h"],
  ])("writes %d seconds as %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it("writes what duration reads back, for any number of seconds of a day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
        expect(duration.decode(formatDuration(seconds))).toEqual(E.right(seconds));
      }),
      { seed: SEED },
    );
  });
});
