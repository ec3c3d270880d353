/** Refusals of pairs that go back and forth, with the numbers and with what would do. */
import { count } from "../../../provider/core/as-group/step";
import type { CheckFailure } from "../../../provider/core/check/failure";
import {
  allSizes,
  type Amount,
  type Direction,
  directions,
  type Move,
  movesOf,
  type Pair,
  sizesOf,
  type Sizes,
} from "./pair";
import { hasReversal, leap, type Moves, type Reversal, reversals } from "./reversal";
import { above, below, failureAt, load, memberOf } from "./words";

const one: Amount = { unit: "instances", value: 1 };

/** Alarms of both directions at the same load; no step could mend it. */
function overlaps({ scaleOut, scaleIn }: Moves): readonly CheckFailure[] {
  return scaleIn.flatMap(({ place, threshold }) => {
    const met = scaleOut.find((out) => out.threshold <= threshold);
    return met === undefined
      ? []
      : [
          failureAt(
            place,
            "threshold",
            `${threshold} is not below the ${met.threshold} of ${met.place}: at ${threshold} both alarms would be raised`,
          ),
        ];
  });
}

/** The worst of the reversals of one move: the one that changes the load of an instance most. */
function worstOf(found: readonly Reversal[], move: Move): Reversal | undefined {
  return found
    .filter((reversal) => reversal.move === move)
    .reduce<Reversal | undefined>(
      (worst, reversal) => (worst === undefined || leap(reversal) > leap(worst) ? reversal : worst),
      undefined,
    );
}

/** The pair with another amount in one step. */
const withAmount = (moves: Moves, move: Move, amount: Amount): Moves => ({
  scaleOut: moves.scaleOut.map((each) => (each === move ? { ...each, amount } : each)),
  scaleIn: moves.scaleIn.map((each) => (each === move ? { ...each, amount } : each)),
});

/** Ways that mend a reversal; a step or a size is named only if it mends the whole pair. */
function waysOut(
  { direction, move, back, ...worst }: Reversal,
  moves: Moves,
  sizes: Sizes,
): readonly string[] {
  const ratio = leap({ direction, move, back, ...worst });
  const [inner, outer] = direction === "scaleIn" ? [move, back] : [back, move];
  const isOne = move.amount.unit === "instances" && move.amount.value === 1;
  const calm = allSizes({ min: sizes.min + 1, max: sizes.max - 1 }).find(
    (min) => !hasReversal(moves, { ...sizes, min }),
  );
  return [
    `${inner.place}.threshold below ${below(outer.threshold / ratio)}`,
    `${outer.place}.threshold above ${above(inner.threshold * ratio)}`,
    ...(!isOne && !hasReversal(withAmount(moves, move, one), sizes)
      ? [`${move.place}.instanceNumber 1`]
      : []),
    ...(calm === undefined
      ? []
      : [`a group of at least ${count(calm)} (its own minInstanceNumber, which is to be given here, too)`]),
  ];
}

const outcome: Readonly<Record<Direction, string>> = {
  scaleOut: "scales in again",
  scaleIn: "scales out again",
};

function told(reversal: Reversal, moves: Moves, sizes: Sizes): CheckFailure {
  const { direction, move, back, from, to } = reversal;
  const ways = waysOut(reversal, moves, sizes);
  return failureAt(
    move.place,
    memberOf(move.amount),
    `${move.amount.value} at threshold ${move.threshold} is taken back by ${back.place} at threshold ${back.threshold}: ${load(move.threshold)} on ${count(from)} is ${load((move.threshold * from) / to)} on ${to}, which ${outcome[direction]}; ${ways.slice(0, -1).join(", ")} or ${String(ways.at(-1))} would do`,
  );
}

/** Pairs that would go back and forth under a constant load. */
export function goingBackAndForth(pair: Pair): readonly CheckFailure[] {
  const [scaleOut, scaleIn] = [movesOf(pair.scaleOut), movesOf(pair.scaleIn)];
  if (scaleOut === undefined || scaleIn === undefined) return [];
  const moves: Moves = { scaleOut, scaleIn };
  const overlap = overlaps(moves);
  const sizes = sizesOf(pair);
  if (overlap.length > 0 || sizes === undefined || pair.metric === "total") return overlap;
  return directions.flatMap((direction) => {
    const found = reversals(direction, moves, sizes);
    return moves[direction].flatMap((move) => {
      const worst = worstOf(found, move);
      return worst === undefined ? [] : [told(worst, moves, sizes)];
    });
  });
}
