/**
 * The next move of a pair of groups, made from the live groups alone: whoever was interrupted goes on.
 *
 * The group that is to serve grows first. Only when it has been seen healthy after the last write, the other one is
 * emptied.
 */
import { capacityOf, targetCapacity, type Capacity } from "../as-group/capacity";
import { count } from "../as-group/step";
import { EMPTY, hasCandidate, otherThan, type Colour, type Pair, type Serving } from "./model";

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
 * The numbers that a group is to have.
 *
 * @param applied the desired number of the program when it was last applied; an edit is carried out, otherwise policies
 * may move the number
 */
const numbersFor = (pair: Pair, wanted: Serving, colour: Colour, applied: number | undefined): Capacity => {
  const { minInstanceNumber: min, maxInstanceNumber: max, desireInstanceNumber: desired } = wanted;
  const own = capacityOf(pair[colour]);
  const beside = capacityOf(pair[otherThan(colour)]);
  const standsBeside = colour !== wanted.live;
  const takesOver = !hasCandidate(wanted) && beside.desired > 0;
  if (standsBeside || takesOver || own.desired === 0)
    return { min, desired: shareOf(wanted, own, standsBeside || takesOver ? beside : EMPTY), max };
  return targetCapacity(
    { min, desired, max, mode: "onEdit", ...(applied === undefined ? {} : { applied }) },
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

/** A group and its numbers in words, such as `blue 4 (2 to 8)`. */
export const describeSide = (pair: Pair, colour: Colour): string => {
  const { min, desired, max } = capacityOf(pair[colour]);
  return max > 0 && (desired > 0 || min > 0) ? `${colour} ${desired} (${min} to ${max})` : `${colour} empty`;
};

/** What has to be done, in one sentence; none when nothing has. */
export const describeWay = (pair: Pair, wanted: Serving, applied?: number): string | undefined => {
  const { live } = wanted;
  const other = otherThan(live);
  const sides = hasCandidate(wanted) ? [live, other] : [live];
  const grown = sides.flatMap((colour) => {
    const to = numbersFor(pair, wanted, colour, applied);
    const from = capacityOf(pair[colour]);
    if (same(from, to)) return [];
    const verb = to.desired > from.desired ? "grow" : to.desired < from.desired ? "shrink" : "bound";
    return [`${verb} ${colour} to ${count(to.desired)} (${to.min} to ${to.max})`, `wait until it is healthy`];
  });
  const emptied =
    hasCandidate(wanted) || isEmpty(pair, other)
      ? []
      : [
          ...(grown.length > 0 || pair[other].currentInstanceNumber === 0
            ? []
            : [`make sure that ${live} is healthy`]),
          pair[other].currentInstanceNumber === 0 ? `close ${other}` : `then empty ${other}`,
        ];
  const way = [...grown, ...emptied];
  return way.length === 0 ? undefined : way.join(", ");
};

/** The pair is as wanted; policies may have moved the desired number of the live group. */
export const isAsWanted = (pair: Pair, wanted: Serving, before: Serving | undefined): boolean => {
  const applied = before?.desireInstanceNumber ?? wanted.desireInstanceNumber;
  return nextMove(pair, wanted, ["blue", "green"], applied) === undefined;
};
