/**
 * A load that makes a group go back and forth.
 *
 * The model: the whole load L is constant and spread evenly, so that the alarm rules see L / n at n instances. A step out
 * is made at its threshold and above, a step in at its threshold and below; which of several alarms comes first is not
 * known. A move is reversed when, at the size to which it leads, the same load raises an alarm of the other direction.
 * A pair without reversals moves in one direction only, until no alarm is raised or a bound is reached.
 */
import { sizeAfter } from "./movement";
import { allSizes, type Direction, directions, type Move, type Sizes } from "./pair";

/** The moves of a pair, all of them known. */
export interface Moves {
  readonly scaleOut: readonly Move[];
  readonly scaleIn: readonly Move[];
}

/** A move that is reversed under the load at which it is made at the latest. */
export interface Reversal {
  readonly direction: Direction;
  readonly move: Move;
  /** The step that goes back. */
  readonly back: Move;
  readonly from: number;
  readonly to: number;
}

const opposite = { scaleOut: "scaleIn", scaleIn: "scaleOut" } as const;

/** The load of a move is that at its threshold; products, so that whole numbers are compared exactly. */
function isReversed({ direction, move, back, from, to }: Reversal): boolean {
  const whole = move.threshold * from;
  return direction === "scaleIn" ? whole >= back.threshold * to : whole <= back.threshold * to;
}

/** How much a move changes the load of an instance; 2 is twice or half. */
export const leap = ({ from, to }: Reversal): number => Math.max(from / to, to / from);

/** Every move from a size, with every step that could go back, whether it does or not. */
function turnsFrom(from: number, direction: Direction, moves: Moves, sizes: Sizes): readonly Reversal[] {
  return moves[direction].flatMap((move) => {
    const to = sizeAfter(direction, move.amount, from, sizes);
    return to === from ? [] : moves[opposite[direction]].map((back) => ({ direction, move, back, from, to }));
  });
}

/** All reversals of moves in a direction. */
export function reversals(direction: Direction, moves: Moves, sizes: Sizes): readonly Reversal[] {
  return allSizes(sizes).flatMap((from) => turnsFrom(from, direction, moves, sizes).filter(isReversed));
}

export const hasReversal = (moves: Moves, sizes: Sizes): boolean =>
  allSizes(sizes).some((from) =>
    directions.some((direction) => turnsFrom(from, direction, moves, sizes).some(isReversed)),
  );
