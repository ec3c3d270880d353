import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backOff } from "../../provider/wait/schedule";

const SEED = 20261124;
const inTheMiddle = (): number => 0.5;
const delays = (schedule: (tick: number) => number, count: number): number[] =>
  Array.from({ length: count }, (_, tick) => schedule(tick));

describe("backOff", () => {
  it("doubles from one second to ten by default", () => {
    expect(delays(backOff({ random: inTheMiddle }), 6)).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  it("keeps to the given floor and cap", () => {
    const schedule = backOff({ floorMs: 20, capMs: 50, random: inTheMiddle });
    expect(delays(schedule, 4)).toEqual([20, 40, 50, 50]);
  });

  it("takes a fifth off when the random number is 0", () => {
    expect(backOff({ random: () => 0 })(0)).toBe(800);
  });

  it("stays finite and within a fifth of the unjittered delay, for any tick and random number", () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(), random, (tick, drawn) => {
        const exact = backOff({ random: inTheMiddle })(tick);
        const delay = backOff({ random: () => drawn })(tick);
        expect(delay).toBeGreaterThanOrEqual(exact * 0.8 - 1e-9);
        expect(delay).toBeLessThanOrEqual(exact * 1.2 + 1e-9);
        expect(exact).toBeLessThanOrEqual(10_000);
      }),
      { seed: SEED },
    );
  });
});
