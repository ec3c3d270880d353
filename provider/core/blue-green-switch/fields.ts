/** How the arguments of a blue-green switch relate to the two live groups. */
import { capacityOf } from "../as-group/capacity";
import { type FieldTable, type ResourceField, shown } from "../resource/field";
import type { BlueGreenSwitchArguments } from "./arguments";
import { type Colour, hasCandidate, isClosed, otherThan, type Pair, type Serving } from "./model";
import { describeSide, isAsWanted } from "./plan";

const groupId = (colour: Colour): ResourceField<string, Pair> => ({
  live: (pair) => pair[colour].scalingGroupId,
  same: (wanted, pair) => wanted === pair[colour].scalingGroupId,
  change: "replace",
  whenRemoved: "kept",
  show: shown,
});

/** The group that serves: the one that the program has named, as long as it can; else the one with more instances. */
const liveIn = (pair: Pair, before: Serving | undefined): Colour => {
  if (before !== undefined && !isClosed(pair[before.live])) return before.live;
  return pair.green.desireInstanceNumber > pair.blue.desireInstanceNumber ? "green" : "blue";
};

/**
 * What the two groups do, as an argument would say it. The wanted number stays that of the program: policies move the
 * live one, and recorded it would make the number of the program look like an edit.
 */
const servingOf = (pair: Pair, before?: Serving): Serving => {
  const live = liveIn(pair, before);
  const candidate = otherThan(live);
  const { min, desired, max } = capacityOf(pair[live]);
  const [minInstanceNumber, maxInstanceNumber] = [Math.max(min, 1), Math.max(max, 1)];
  return {
    live,
    ...(pair[candidate].desireInstanceNumber > 0 ? { candidate } : {}),
    minInstanceNumber,
    desireInstanceNumber: Math.min(
      Math.max(before?.desireInstanceNumber ?? desired, minInstanceNumber),
      maxInstanceNumber,
    ),
    maxInstanceNumber,
  };
};

const describePair = (pair: Pair): string => `${describeSide(pair, "blue")}, ${describeSide(pair, "green")}`;

const showServing = (value: unknown): string => {
  const serving = value as Serving;
  const { live, minInstanceNumber: min, desireInstanceNumber: desired, maxInstanceNumber: max } = serving;
  return `${live} serves with ${desired} (${min} to ${max})${hasCandidate(serving) ? `, ${otherThan(live)} beside it` : ""}`;
};

/** The table. Other groups are another pair. */
export const blueGreenSwitchFields: FieldTable<BlueGreenSwitchArguments, Pair> = {
  blueGroupId: groupId("blue"),
  greenGroupId: groupId("green"),
  serving: {
    live: servingOf,
    same: (wanted, pair, before) => isAsWanted(pair, wanted, before),
    change: "update",
    whenRemoved: "kept",
    show: showServing,
    showLive: describePair,
  },
};

/** The outputs beyond the arguments. */
export const blueGreenSwitchOutputs = (pair: Pair): Readonly<Record<string, string>> => ({
  blue: describeSide(pair, "blue"),
  green: describeSide(pair, "green"),
});
