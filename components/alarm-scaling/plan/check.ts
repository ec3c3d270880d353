/** Everything that is wrong with the arguments of an AlarmScaling, as far as they are known. */
import type { CheckFailure } from "../../../provider/core/check/failure";
import type { UnknownRecord } from "../../../provider/core/record";
import { goingBackAndForth } from "./load-rules";
import type { Pair } from "./pair";
import { argumentFailures, readPair } from "./read";
import {
  amountOrder,
  cooldowns,
  fewEnough,
  room,
  sharedAlarms,
  thresholdOrder,
  wayBackFromZero,
} from "./rules";

/** Failures of the rules between the steps. */
const pairFailures = (pair: Pair): readonly CheckFailure[] =>
  [
    fewEnough,
    sharedAlarms,
    cooldowns,
    thresholdOrder,
    amountOrder,
    room,
    wayBackFromZero,
    goingBackAndForth,
  ].flatMap((rule) => rule(pair));

/** Failures of all arguments; in the place of what is not known yet stands `UNKNOWN`. */
export const checkAlarmScaling = (given: UnknownRecord): readonly CheckFailure[] => [
  ...argumentFailures(given),
  ...pairFailures(readPair(given)),
];
