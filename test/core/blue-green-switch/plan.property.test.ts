import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AsGroup } from "../../../provider/core/as-group/model";
import {
  hasCandidate,
  otherThan,
  type Pair,
  type Serving,
} from "../../../provider/core/blue-green-switch/model";
import {
  describeWay,
  isAsWanted,
  nextMove,
  type Confirmed,
  type Move,
} from "../../../provider/core/blue-green-switch/plan";
import { group } from "../../support/as-group";

const SEED = 20261125;
const RUNS = 3000;
const MOST_MOVES = 8;

const anyBounds = fc
  .tuple(fc.nat(6), fc.nat(6), fc.nat(6))
  .map((numbers) => numbers.toSorted((one, other) => one - other));

const anySide: fc.Arbitrary<AsGroup> = fc.oneof(
  anyBounds.map(([min = 0, desired = 0, max = 0]) =>
    group({
      minInstanceNumber: min,
      desireInstanceNumber: desired,
      maxInstanceNumber: max,
      currentInstanceNumber: desired,
    }),
  ),
  fc.constant(
    group({
      minInstanceNumber: 0,
      desireInstanceNumber: 0,
      maxInstanceNumber: 0,
      currentInstanceNumber: 0,
    }),
  ),
);

const anyPair: fc.Arbitrary<Pair> = fc.record({ blue: anySide, green: anySide });
const anyColour = fc.constantFrom("blue" as const, "green" as const);
const anyServing: fc.Arbitrary<Serving> = fc
  .record({ live: anyColour, candidate: fc.option(anyColour, { nil: undefined }), bounds: anyBounds })
  .map(({ live, candidate, bounds: [min = 0, desired = 0, max = 0] }) => ({
    live,
    ...(candidate === undefined ? {} : { candidate }),
    minInstanceNumber: Math.max(min, 1),
    desireInstanceNumber: Math.max(desired, 1),
    maxInstanceNumber: Math.max(max, 1),
  }));
const anyApplied = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined });

/** What a move brings about when the service does as it is told. */
const after = (pair: Pair, move: Move): Pair => {
  if (move._tag === "Confirm") return pair;
  const { min, desired, max } = move._tag === "Grow" ? move.to : { min: 0, desired: 0, max: 0 };
  return {
    ...pair,
    [move.colour]: {
      ...pair[move.colour],
      minInstanceNumber: min,
      desireInstanceNumber: desired,
      maxInstanceNumber: max,
      currentInstanceNumber: desired,
    },
  };
};

interface Walk {
  readonly moves: readonly Move[];
  readonly pairs: readonly Pair[];
  readonly end: Pair;
}

const walk = (start: Pair, wanted: Serving, applied: number | undefined): Walk => {
  const moves: Move[] = [];
  const pairs: Pair[] = [start];
  let confirmed: Confirmed = [];
  let pair = start;
  for (;;) {
    const move = nextMove(pair, wanted, confirmed, applied);
    if (move === undefined || moves.length > MOST_MOVES) return { moves, pairs, end: pair };
    if (move._tag === "Confirm") confirmed = [...confirmed, move.colour];
    if (move._tag === "Grow") confirmed = confirmed.filter((colour) => colour !== move.colour);
    moves.push(move);
    pair = after(pair, move);
    pairs.push(pair);
  }
};

const forAll = (check: (pair: Pair, wanted: Serving, applied: number | undefined) => void): void => {
  fc.assert(fc.property(anyPair, anyServing, anyApplied, check), { seed: SEED, numRuns: RUNS });
};

describe("the moves of a switch", () => {
  it("end, with the live group within its bounds and the other one empty unless it is the candidate", () => {
    forAll((start, wanted, applied) => {
      const { moves, end } = walk(start, wanted, applied);
      expect(moves.length).toBeLessThanOrEqual(MOST_MOVES);
      const { minInstanceNumber: min, maxInstanceNumber: max } = wanted;
      const live = end[wanted.live];
      expect(live).toMatchObject({ minInstanceNumber: min, maxInstanceNumber: max });
      expect(live.desireInstanceNumber).toBeGreaterThanOrEqual(Math.max(min, 1));
      expect(live.desireInstanceNumber).toBeLessThanOrEqual(max);
      const other = end[otherThan(wanted.live)];
      if (hasCandidate(wanted)) expect(other.desireInstanceNumber).toBeGreaterThanOrEqual(1);
      else expect(other).toMatchObject({ desireInstanceNumber: 0, maxInstanceNumber: 0 });
    });
  });

  it("empty a group only after the other one was seen healthy since its last write", () => {
    forAll((start, wanted, applied) => {
      const { moves } = walk(start, wanted, applied);
      for (const [index, move] of moves.entries())
        if (move._tag === "Empty")
          expect(moves[index - 1]).toMatchObject({ _tag: "Confirm", colour: otherThan(move.colour) });
    });
  });

  it("leave at least as many instances as the old group had, as far as the program's maximum lets them", () => {
    forAll((start, wanted, applied) => {
      const old = start[otherThan(wanted.live)].desireInstanceNumber;
      const { moves, pairs } = walk(start, wanted, applied);
      const emptied = moves.findIndex(({ _tag }) => _tag === "Empty");
      for (const pair of pairs.slice(0, emptied + 1))
        expect(pair.blue.desireInstanceNumber + pair.green.desireInstanceNumber).toBeGreaterThanOrEqual(old);
      const taken = pairs[emptied + 1];
      if (emptied >= 0)
        expect(taken?.[wanted.live].desireInstanceNumber).toBeGreaterThanOrEqual(
          Math.min(old, wanted.maxInstanceNumber),
        );
    });
  });

  it("are none after the last, and from wherever they were interrupted they lead to such an end", () => {
    forAll((start, wanted, applied) => {
      const { pairs, end } = walk(start, wanted, applied);
      expect(isAsWanted(end, wanted, wanted)).toBe(true);
      for (const pair of pairs)
        expect(isAsWanted(walk(pair, wanted, applied).end, wanted, wanted)).toBe(true);
    });
  });

  it("are told by a preview exactly when something would be written", () => {
    forAll((start, wanted, applied) => {
      const writes = walk(start, wanted, applied).moves.some(({ _tag }) => _tag !== "Confirm");
      expect(describeWay(start, wanted, applied) !== undefined).toBe(writes);
    });
  });
});
