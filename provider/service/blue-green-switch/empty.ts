/** Takes all instances out of a group. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { handled } from "../../core/as-code/handling";
import { capacityOf } from "../../core/as-group/capacity";
import { removing, toZero } from "../../core/as-group/emptying";
import type { Colour, Pair } from "../../core/blue-green-switch/model";
import { hasCode, type AsError } from "../../core/error";
import { carryOut, type Begun } from "./run";

/** A group that is paused or in error does not scale: its instances are removed by hand, or it has to be enabled. */
const emptyByHand = (run: Begun, pair: Pair, colour: Colour): TE.TaskEither<AsError, void> => {
  const { ports } = run.operation.environment;
  const zeroed = toZero(capacityOf(pair[colour]));
  return pipe(
    ports.listInstances(pair[colour].scalingGroupId),
    TE.chain((members) =>
      carryOut(run, pair, colour, [...zeroed, ...removing(members), { _tag: "WaitEmpty" }]),
    ),
    TE.orElse((error) =>
      hasCode(error, ...handled.keptWhilePaused.codes)
        ? carryOut(run, pair, colour, [{ _tag: "Resume" }, { _tag: "WaitEmpty" }])
        : TE.left(error),
    ),
  );
};

/** AS empties a group that is in service by itself: what it created is deleted, what was attached is detached. */
export const empty = (run: Begun, pair: Pair, colour: Colour): TE.TaskEither<AsError, void> =>
  pair[colour].scalingGroupStatus === "INSERVICE"
    ? carryOut(run, pair, colour, [...toZero(capacityOf(pair[colour])), { _tag: "WaitEmpty" }])
    : emptyByHand(run, pair, colour);
