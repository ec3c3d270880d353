/** Brings a pair of groups to what is wanted: look, make the next move, and again; or back, when a group does not come. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { describeFacts, factsOf } from "../../core/as-group/facts";
import { hasCandidate, otherThan, type Pair } from "../../core/blue-green-switch/model";
import { canLeave, canSwitch } from "../../core/blue-green-switch/obstacles";
import {
  confirmedAfter,
  describeWay,
  nextMove,
  type Confirmed,
  type Move,
} from "../../core/blue-green-switch/plan";
import { timedOut, type AsError } from "../../core/error";
import { hasTimeLeft, type Operation } from "../as-group/environment";
import { askForFailures } from "../as-group/failed-actions";
import { empty } from "./empty";
import { confirm } from "./health";
import { readPair } from "./read-pair";
import { carryOut, reviving, type Begun, type SwitchRun } from "./run";
import { putBack } from "./way-back";

const grow = (
  run: Begun,
  pair: Pair,
  { colour, to }: Extract<Move, { _tag: "Grow" }>,
): TE.TaskEither<AsError, void> => {
  const modification = {
    minInstanceNumber: to.min,
    desireInstanceNumber: to.desired,
    maxInstanceNumber: to.max,
  };
  const arrive = (operation: Operation): TE.TaskEither<AsError, void> =>
    carryOut({ ...run, operation }, pair, colour, [
      { _tag: "Modify", modification, changes: [] },
      ...reviving(pair, colour),
      { _tag: "WaitCapacity", instances: to.desired, healthy: true, haltsOnFailure: true },
    ]);
  return pipe(
    askForFailures(run.operation, pair[colour].scalingGroupId),
    TE.chain((failed) => arrive({ ...run.operation, failed })),
  );
};

/** Makes a move, and gives the run as it goes on. */
const make = (run: Begun, pair: Pair, move: Move): TE.TaskEither<AsError, Begun> => {
  const goingOn = TE.map(() => run);
  if (move._tag === "Empty") return goingOn(empty(run, pair, move.colour));
  return pipe(
    move._tag === "Grow" ? goingOn(grow(run, pair, move)) : confirm(run, pair, move),
    TE.orElse((cause): TE.TaskEither<AsError, Begun> => putBack(run, move.colour, cause)),
  );
};

const goOn = (run: Begun, pair: Pair, confirmed: Confirmed): TE.TaskEither<AsError, void> => {
  const { operation, wanted, before } = run;
  const move = nextMove(pair, wanted, confirmed, before?.desireInstanceNumber);
  if (move === undefined) return TE.right(undefined);
  if (move._tag === "Confirm" && !hasTimeLeft(operation))
    return TE.left(
      timedOut({
        wanted: `${move.colour} healthy`,
        last: describeFacts(factsOf(pair[move.colour])),
        seconds: operation.timeoutSeconds,
      }),
    );
  return pipe(
    TE.Do,
    TE.apS("next", make(run, pair, move)),
    TE.bind("now", () => readPair(operation.environment.live, run.id)),
    TE.chain(({ next, now }) => goOn(next, now, confirmedAfter(move, confirmed))),
  );
};

/** Everything that stands in the way, before anything is touched. */
const admit = ({ operation, wanted }: SwitchRun, pair: Pair): TE.TaskEither<AsError, void> => {
  const other = otherThan(wanted.live);
  const { scalingGroupId, currentInstanceNumber } = pair[other];
  return pipe(
    TE.fromEither(canSwitch(pair, wanted)),
    TE.chain(() =>
      hasCandidate(wanted) || currentInstanceNumber === 0
        ? TE.right(undefined)
        : pipe(
            operation.environment.ports.listInstances(scalingGroupId),
            TE.chainEitherKW((members) => canLeave(other, members)),
          ),
    ),
  );
};

/** Brings the pair to what is wanted, or the group that did not come back to nothing. */
export const switchPair = (run: SwitchRun): TE.TaskEither<AsError, void> =>
  pipe(
    readPair(run.operation.environment.live, run.id),
    TE.chainFirst((pair) => admit(run, pair)),
    TE.chain((pair) => {
      const way = describeWay(pair, run.wanted, run.before?.desireInstanceNumber);
      if (way !== undefined) run.operation.progress(way);
      return goOn({ ...run, atFirst: pair, hasBaked: false }, pair, []);
    }),
  );
