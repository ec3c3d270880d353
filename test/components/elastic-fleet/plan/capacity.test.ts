import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../../../components/elastic-fleet/plan/capacity";

const SEED = 20261125;
const number = fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined });

describe("the bounds of a fleet", () => {
  it.each([
    [{}, 1, 1],
    [{ desireInstanceNumber: 3 }, 1, 3],
    [{ minInstanceNumber: 2 }, 2, 2],
    [{ minInstanceNumber: 2, desireInstanceNumber: 4 }, 2, 4],
    [{ maxInstanceNumber: 10 }, 1, 10],
    [{ desireInstanceNumber: 0 }, 0, 0],
    [{ maxInstanceNumber: 0 }, 0, 0],
    [{ desireInstanceNumber: 0, maxInstanceNumber: 5 }, 0, 5],
    [{ minInstanceNumber: 0 }, 0, 0],
    [{ minInstanceNumber: null, desireInstanceNumber: null, maxInstanceNumber: null }, 1, 1],
  ])("of %j are %i to %i", (wanted, minInstanceNumber, maxInstanceNumber) => {
    expect(boundsOf(wanted)).toEqual({ minInstanceNumber, maxInstanceNumber });
  });

  it("are numbers where the program gives none, whatever else it gives", () => {
    const wrong = "three" as unknown as number;
    expect(boundsOf({ desireInstanceNumber: wrong })).toEqual({ minInstanceNumber: 1, maxInstanceNumber: 1 });
    expect(boundsOf({ minInstanceNumber: wrong }).maxInstanceNumber).toBe(1);
  });

  it("are what the program says, and fit each other and the wanted number wherever the program lets them", () => {
    fc.assert(
      fc.property(number, number, number, (min, desire, max) => {
        const bounds = boundsOf({
          minInstanceNumber: min,
          desireInstanceNumber: desire,
          maxInstanceNumber: max,
        });
        if (min !== undefined) expect(bounds.minInstanceNumber).toBe(min);
        if (max !== undefined) expect(bounds.maxInstanceNumber).toBe(max);
        const given = [min, desire, max].filter((each) => each !== undefined);
        // The program contradicts itself: the group says so.
        if (given.some((each, index) => each < Math.max(0, ...given.slice(0, index)))) return;
        expect(bounds.minInstanceNumber).toBeLessThanOrEqual(bounds.maxInstanceNumber);
        if (desire === undefined) return;
        expect(bounds.minInstanceNumber).toBeLessThanOrEqual(desire);
        expect(bounds.maxInstanceNumber).toBeGreaterThanOrEqual(desire);
      }),
      { seed: SEED },
    );
  });
});
