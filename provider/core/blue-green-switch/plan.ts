/**
 * The next move of a pair of groups, made from the live groups alone: whoever was interrupted goes on.
 *
 * The group that is to serve grows first. Only when it has been seen healthy after the last write, the other one is
 * emptied.
 */
import { capacityOf, targetCapacity, type Capacity } from "../as-group/capacity";
import { count } from "../as-group/step";
import { EMPTY, hasCandidate, isClosed, otherThan, type Colour, type Pair, type Serving } from "./model";

/** One move. */
export type Move =
  /** Give the group these numbers. */
  | { readonly _tag: "Grow"; readonly colour: Colour; readonly to: Capacity }
  /** Wait until the group has all of its instances in service and healthy. */
  | { readonly _tag: "Confirm"; readonly colour: Colour; readonly bakes: boolean }
  /** Take all instances out of the group. */
  | { readonly _tag: "Empty"; readonly colour: Colour };

/** Groups that have been seen healthy since they were last written. */
export type Confirmed = readonly Colour[];

const same = (one: Capacity, other: Capacity): boolean =>
  one.min === other.min && one.desired === other.desired && one.max === other.max;

/** Nothing inside, nothing on its way, and no room for a policy. */
const isEmpty = (pair: Pair, colour: Colour): boolean =>
  same(capacityOf(pair[colour]), EMPTY) && pair[colour].currentInstanceNumber === 0;

/** A group that takes over, or stands beside, gets as many instances as serve at present, within the bounds. */
const shareOf = (wanted: Serving, own: Capacity, beside: Capacity): number =>
  Math.min(
    Math.max(wanted.desireInstanceNumber, own.desired, beside.desired, wanted.minInstanceNumber),
    wanted.maxInstanceNumber,
  );

/**
 * The numbers that a group is to have. One that takes over, or comes to stand beside, gets its share. The number of one
 * that has instances may be moved by policies, unless the program's number is edited.
 *
 * @param applied the desired number of the program when it was last applied; where none is known, nothing shrinks
 */
const numbersFor = (pair: Pair, wanted: Serving, colour: Colour, applied: number | undefined): Capacity => {
  const { minInstanceNumber: min, maxInstanceNumber: max, desireInstanceNumber: desired } = wanted;
  const own = capacityOf(pair[colour]);
  const beside = capacityOf(pair[otherThan(colour)]);
  const isLive = colour === wanted.live;
  const takesOver = isLive && !hasCandidate(wanted) && beside.desired > 0;
  const comesBeside = !isLive && own.desired === 0;
  if (takesOver || comesBeside) return { min, desired: shareOf(wanted, own, beside), max };
  if (own.desired === 0) return { min, desired, max };
  const atFirst = applied === undefined && own.desired < desired;
  return targetCapacity(
    { min, desired, max, mode: atFirst ? "enforce" : "onEdit", applied: applied ?? desired },
    own,
  );
};

/** The next move, none when everything is as wanted. */
export const nextMove = (
  pair: Pair,
  wanted: Serving,
  confirmed: Confirmed,
  applied?: number,
): Move | undefined => {
  const { live } = wanted;
  const other = otherThan(live);
  for (const colour of hasCandidate(wanted) ? [live, other] : [live]) {
    const to = numbersFor(pair, wanted, colour, applied);
    if (!same(capacityOf(pair[colour]), to)) return { _tag: "Grow", colour, to };
    if (!confirmed.includes(colour))
      return {
        _tag: "Confirm",
        colour,
        bakes: colour === live && !hasCandidate(wanted) && pair[other].currentInstanceNumber > 0,
      };
  }
  return hasCandidate(wanted) || isEmpty(pair, other) ? undefined : { _tag: "Empty", colour: other };
};

/** The pair after a move, when the service does as it is told. */
const after = (pair: Pair, move: Move): Pair => {
  if (move._tag === "Confirm") return pair;
  const { min, desired, max } = move._tag === "Grow" ? move.to : EMPTY;
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

/** Seen healthy since the last write, when this move has been made. */
export const confirmedAfter = (move: Move, confirmed: Confirmed): Confirmed => {
  if (move._tag === "Confirm") return [...confirmed, move.colour];
  return move._tag === "Grow" ? confirmed.filter((colour) => colour !== move.colour) : confirmed;
};

/** A move, and the pair before it. */
interface Stage {
  readonly move: Move;
  readonly pair: Pair;
}

/** All moves that are left when nothing else happens. */
const movesFrom = (
  pair: Pair,
  wanted: Serving,
  applied: number | undefined,
  confirmed: Confirmed = [],
): readonly Stage[] => {
  const move = nextMove(pair, wanted, confirmed, applied);
  if (move === undefined) return [];
  return [{ move, pair }, ...movesFrom(after(pair, move), wanted, applied, confirmedAfter(move, confirmed))];
};

/** A group and its numbers in words, such as `blue 4 (2 to 8)`. */
export const describeSide = (pair: Pair, colour: Colour): string => {
  const { min, desired, max } = capacityOf(pair[colour]);
  return isClosed(pair[colour]) ? `${colour} empty` : `${colour} ${desired} (${min} to ${max})`;
};

const describeGrowth = (pair: Pair, { colour, to }: Extract<Move, { _tag: "Grow" }>): string => {
  const from = capacityOf(pair[colour]);
  const verb = to.desired > from.desired ? "grow" : to.desired < from.desired ? "shrink" : "bound";
  return `${verb} ${colour} to ${count(to.desired)} (${to.min} to ${to.max})`;
};

/** A look at the health of a group goes without saying, unless something was written before or depends on it. */
const describeStage = ({ move, pair }: Stage, index: number, stages: readonly Stage[]): readonly string[] => {
  const holdsInstances = (colour: Colour): boolean => pair[colour].currentInstanceNumber > 0;
  switch (move._tag) {
    case "Grow":
      return [describeGrowth(pair, move)];
    case "Empty":
      return [holdsInstances(move.colour) ? `then empty ${move.colour}` : `close ${move.colour}`];
    case "Confirm": {
      const [before, next] = [stages[index - 1]?.move, stages[index + 1]?.move];
      if (before?._tag === "Grow") return ["wait until it is healthy"];
      return next?._tag === "Empty" && holdsInstances(next.colour)
        ? [`make sure that ${move.colour} is healthy`]
        : [];
    }
  }
};

/** What has to be done, in one sentence; none when nothing has. */
export const describeWay = (pair: Pair, wanted: Serving, applied?: number): string | undefined => {
  const way = movesFrom(pair, wanted, applied).flatMap(describeStage);
  return way.length === 0 ? undefined : way.join(", ");
};

/** The pair is as wanted; policies may have moved the desired number of a group that has instances. */
export const isAsWanted = (pair: Pair, wanted: Serving, before: Serving | undefined): boolean => {
  const applied = before?.desireInstanceNumber ?? wanted.desireInstanceNumber;
  return nextMove(pair, wanted, ["blue", "green"], applied) === undefined;
};
