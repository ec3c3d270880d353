/** How the arguments of a blue-green switch relate to the two live groups. */
import { capacityOf } from "../as-group/capacity";
import { type FieldTable, type ResourceField, shown } from "../resource/field";
import type { BlueGreenSwitchArguments } from "./arguments";
import { hasCandidate, otherThan, type Colour, type Pair, type Serving } from "./model";
import { describeSide, isAsWanted } from "./plan";

const groupId = (colour: Colour): ResourceField<string, Pair> => ({
  live: (pair) => pair[colour].scalingGroupId,
  same: (wanted, pair) => wanted === pair[colour].scalingGroupId,
  change: "replace",
  whenRemoved: "kept",
  show: shown,
});

/** What the two groups do, as an argument would say it. The one with more instances serves. */
const servingOf = (pair: Pair): Serving => {
  const live: Colour = pair.green.desireInstanceNumber > pair.blue.desireInstanceNumber ? "green" : "blue";
  const { min, desired, max } = capacityOf(pair[live]);
  const candidate = otherThan(live);
  return {
    live,
    ...(pair[candidate].desireInstanceNumber > 0 ? { candidate } : {}),
    minInstanceNumber: min,
    desireInstanceNumber: desired,
    maxInstanceNumber: max,
  };
};

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
  },
};

/** The outputs beyond the arguments. */
export const blueGreenSwitchOutputs = (pair: Pair): Readonly<Record<string, string>> => ({
  blue: describeSide(pair, "blue"),
  green: describeSide(pair, "green"),
});
