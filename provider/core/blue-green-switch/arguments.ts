/** The arguments of a blue-green switch. */
import { refine } from "../codec/decoder";
import { id, integer, oneOf } from "../codec/scalar";
import { defaulted, type Members, optional, required, structure } from "../codec/structure";
import { duration } from "../duration";
import { argumentTable, type OwnArguments, ownMembers } from "../resource/arguments";
import type { Colour, Serving } from "./model";

/** The decoded arguments. */
export interface BlueGreenSwitchArguments extends OwnArguments {
  readonly blueGroupId: string;
  readonly greenGroupId: string;
  readonly serving: Serving;
  /** Seconds. */
  readonly bakeTime: number;
}

const MOST_INSTANCES = 300;
const colour = oneOf<Colour>("blue", "green");

const servingMembers: Members<Serving> = {
  live: required(colour),
  candidate: optional(colour),
  minInstanceNumber: defaulted(integer(1, MOST_INSTANCES), 1),
  desireInstanceNumber: required(integer(1, MOST_INSTANCES)),
  maxInstanceNumber: required(integer(1, MOST_INSTANCES)),
};

/** The names inside `serving`. */
export const servingNames = Object.keys(servingMembers);

const ORDER = "minInstanceNumber <= desireInstanceNumber <= maxInstanceNumber";

/** The table. */
export const blueGreenSwitchTable = argumentTable<BlueGreenSwitchArguments>(
  "an object with the arguments of a blue-green switch",
  {
    ...ownMembers,
    blueGroupId: required(id("the id of an AS group")),
    greenGroupId: required(id("the id of an AS group")),
    serving: required(
      refine(
        structure<Serving>(`an object with ${servingNames.join(", ")}`, servingMembers),
        ({ minInstanceNumber: min, desireInstanceNumber: desired, maxInstanceNumber: max }) =>
          min <= desired && desired <= max,
        ORDER,
      ),
    ),
    bakeTime: defaulted(duration, 0),
  },
);
