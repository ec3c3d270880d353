import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { above, below, load } from "../../../../components/alarm-scaling/plan/words";

const SEED = 20261130;

describe("a load", () => {
  it.each([
    [70, "70"],
    [17.5, "17.5"],
    [66.666666, "66.67"],
    [12345.678, "12345.68"],
    [0.005, "0.005"],
    [0.0025, "0.0025"],
    [0.000123456, "0.000123"],
    [0, "0"],
  ])("of %d is told as %s", (value, text) => {
    expect(load(value)).toBe(text);
  });

  it("stays below and above the bounds that are named, and near to them", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (bound) => {
        const [lower, upper] = [Number(below(bound)), Number(above(bound))];
        // What is rounded is the bound with twelve digits.
        expect(lower).toBeLessThanOrEqual(bound * (1 + 1e-11));
        expect(upper).toBeGreaterThanOrEqual(bound * (1 - 1e-11));
        expect(lower).toBeGreaterThan(bound * 0.98);
        expect(upper).toBeLessThan(bound * 1.02);
      }),
      { seed: SEED },
    );
  });
});
