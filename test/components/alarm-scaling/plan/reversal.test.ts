import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sizeAfter } from "../../../../components/alarm-scaling/plan/movement";
import {
  allSizes,
  type Amount,
  type Direction,
  type Move,
  type Sizes,
} from "../../../../components/alarm-scaling/plan/pair";
import { hasReversal, type Moves, reversals } from "../../../../components/alarm-scaling/plan/reversal";

const SEED = 20261125;

const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.record({ unit: fc.constant("instances" as const), value: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ unit: fc.constant("percent" as const), value: fc.integer({ min: 1, max: 150 }) }),
);
const move = (place: string, min: number, max: number): fc.Arbitrary<Move> =>
  fc.record({ place: fc.constant(place), threshold: fc.integer({ min, max }), amount });
const moves: fc.Arbitrary<Moves> = fc.record({
  scaleOut: fc.array(move("scaleOut", 41, 100), { minLength: 1, maxLength: 2 }),
  scaleIn: fc.array(move("scaleIn", 1, 40), { minLength: 1, maxLength: 2 }),
});
const sizes: fc.Arbitrary<Sizes> = fc
  .record({ min: fc.integer({ min: 1, max: 5 }), room: fc.integer({ min: 1, max: 8 }) })
  .map(({ min, room }) => ({ min, max: min + room }));

/** What the alarms that a load raises at a size may do, written anew: load per instance against thresholds. */
const choices = (
  { scaleOut, scaleIn }: Moves,
  whole: number,
  size: number,
  bounds: Sizes,
): readonly { readonly direction: Direction; readonly to: number }[] =>
  [
    ...scaleOut
      .filter(({ threshold }) => whole >= threshold * size)
      .map((out) => ({
        direction: "scaleOut" as const,
        to: sizeAfter("scaleOut", out.amount, size, bounds),
      })),
    ...scaleIn
      .filter(({ threshold }) => whole <= threshold * size)
      .map((inwards) => ({
        direction: "scaleIn" as const,
        to: sizeAfter("scaleIn", inwards.amount, size, bounds),
      })),
  ].filter(({ to }) => to !== size);

/** Whether, under some whole load, a move can be followed by one back. Loads change what happens at thresholds only. */
const goesBackAndForth = (pair: Moves, bounds: Sizes): boolean => {
  const thresholds = [...pair.scaleOut, ...pair.scaleIn].map(({ threshold }) => threshold);
  const loads = allSizes(bounds).flatMap((size) => thresholds.map((threshold) => threshold * size));
  return loads.some((whole) =>
    allSizes(bounds).some((size) =>
      choices(pair, whole, size, bounds).some(({ direction, to }) =>
        choices(pair, whole, to, bounds).some((next) => next.direction !== direction),
      ),
    ),
  );
};

describe("a constant load", () => {
  it("never moves a group of an accepted pair in two directions, and leaves it in peace at last", () => {
    fc.assert(
      fc.property(
        moves,
        sizes,
        fc.integer({ min: 0, max: 1500 }),
        fc.infiniteStream(fc.nat()),
        fc.nat(),
        (pair, bounds, whole, picks, start) => {
          fc.pre(!hasReversal(pair, bounds));
          const taken = new Set<Direction>();
          let size = bounds.min + (start % (bounds.max - bounds.min + 1));
          for (let step = 0; step <= bounds.max - bounds.min; step += 1) {
            const possible = choices(pair, whole, size, bounds);
            const next = possible[Number(picks.next().value) % Math.max(possible.length, 1)];
            if (next === undefined) break;
            taken.add(next.direction);
            size = next.to;
          }
          expect(taken.size).toBeLessThanOrEqual(1);
          expect(choices(pair, whole, size, bounds)).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it("moves a group there and back for every refusal, at the size and the load that it names", () => {
    fc.assert(
      fc.property(moves, sizes, (pair, bounds) => {
        for (const direction of ["scaleOut", "scaleIn"] as const)
          for (const { move: made, from, to } of reversals(direction, pair, bounds)) {
            const whole = made.threshold * from;
            expect(choices(pair, whole, from, bounds)).toContainEqual({ direction, to });
            const after = choices(pair, whole, to, bounds).map((next) => next.direction);
            expect(after).toContain(direction === "scaleOut" ? "scaleIn" : "scaleOut");
          }
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it("finds a way back and forth exactly for the pairs that are refused", () => {
    fc.assert(
      fc.property(moves, sizes, (pair, bounds) => {
        expect(hasReversal(pair, bounds)).toBe(goesBackAndForth(pair, bounds));
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });
});
