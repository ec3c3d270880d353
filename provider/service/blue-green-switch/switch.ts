/** Brings a pair of groups to what is wanted: look, make the next move, and again; or back, when a group does not come. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { toZero } from "../../core/as-group/emptying";
import { capacityOf } from "../../core/as-group/capacity";
import { describeFacts, factsOf } from "../../core/as-group/facts";
import { healthyMembers } from "../../core/as-group/status";
import { count, type Step } from "../../core/as-group/step";
import {
  hasCandidate,
  otherThan,
  type Colour,
  type Pair,
  type Serving,
} from "../../core/blue-green-switch/model";
import { canLeave, canServe } from "../../core/blue-green-switch/obstacles";
import { describeWay, nextMove, type Confirmed, type Move } from "../../core/blue-green-switch/plan";
import { mayPutBack, wentBack } from "../../core/blue-green-switch/setback";
import { timedOut, type AsError } from "../../core/error";
import { hasTimeLeft, type Operation } from "../as-group/environment";
import { execute } from "../as-group/execute";
import { askForFailures } from "../as-group/failed-actions";
import { DEFAULT_TIMEOUT_SECONDS } from "../../core/resource/arguments";
import { readPair } from "./read-pair";

/** What is to be brought about, and where it began. */
export interface SwitchRun {
  readonly operation: Operation;
  readonly id: string;
  readonly wanted: Serving;
  /** What was applied last; none before the first success. */
  readonly before: Serving | undefined;
  /** Seconds for which a group that takes over has to stay healthy. */
  readonly bakeTime: number;
}

interface Begun extends SwitchRun {
  readonly atFirst: Pair;
}

type Ended = TE.TaskEither<AsError, void>;

const carryOut = ({ operation }: SwitchRun, pair: Pair, colour: Colour, steps: readonly Step[]): Ended => {
  const told: Operation = {
    ...operation,
    progress: (line) => {
      operation.progress(`${colour}: ${line}`);
    },
  };
  return pipe(
    execute(told, pair[colour].scalingGroupId, steps),
    TE.bimap(
      ({ error }) => error,
      () => undefined,
    ),
  );
};

/** A group in error scales again when it is enabled. */
const reviving = (pair: Pair, colour: Colour): readonly Step[] =>
  pair[colour].scalingGroupStatus === "ERROR" ? [{ _tag: "Resume" }] : [];

const grow = (run: Begun, pair: Pair, { colour, to }: Extract<Move, { _tag: "Grow" }>): Ended => {
  const modification = {
    minInstanceNumber: to.min,
    desireInstanceNumber: to.desired,
    maxInstanceNumber: to.max,
  };
  const arrive = (operation: Operation): Ended =>
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

/** A look that begins now: a wait may have been left out, or have ended before somebody changed the group. */
const isHealthyNow = (run: Begun, colour: Colour): Ended => {
  const { environment } = run.operation;
  return pipe(
    readPair(environment.live, run.id),
    TE.bindTo("pair"),
    TE.bind("members", ({ pair }) => environment.ports.listInstances(pair[colour].scalingGroupId)),
    TE.chain(({ pair: { [colour]: group }, members }) =>
      healthyMembers(group.desireInstanceNumber)(O.some(members)).kind === "done"
        ? TE.right(undefined)
        : TE.left(
            timedOut({
              wanted: `${count(group.desireInstanceNumber)} of ${colour} healthy`,
              last: describeFacts(factsOf(group)),
              seconds: run.operation.timeoutSeconds,
            }),
          ),
    ),
  );
};

const confirm = (run: Begun, pair: Pair, { colour, bakes }: Extract<Move, { _tag: "Confirm" }>): Ended => {
  const wait: Step = {
    _tag: "WaitCapacity",
    instances: pair[colour].desireInstanceNumber,
    healthy: true,
  };
  const bake: readonly Step[] = bakes && run.bakeTime > 0 ? [{ _tag: "Rest", seconds: run.bakeTime }] : [];
  return pipe(
    carryOut(run, pair, colour, [wait, ...bake]),
    TE.chain(() => isHealthyNow(run, colour)),
  );
};

const putBack = (run: Begun, colour: Colour, cause: AsError): Ended => {
  const { environment } = run.operation;
  const { timeoutSeconds } = run.operation;
  // The time of the operation may be over; the way back has its own.
  const operation: Operation = {
    ...run.operation,
    startedAt: environment.clock.now(),
    timeoutSeconds: timeoutSeconds === 0 ? 0 : Math.max(timeoutSeconds, DEFAULT_TIMEOUT_SECONDS),
  };
  const may = (now: Pair): boolean => mayPutBack(run.atFirst, now, colour, run.wanted, run.before?.live);
  return pipe(
    readPair(environment.live, run.id),
    TE.mapLeft((unseen) =>
      may(run.atFirst) && unseen._tag !== "NotFound" ? wentBack(cause, colour, run.atFirst, unseen) : cause,
    ),
    TE.chain((now) => {
      if (!may(now)) return TE.left(cause);
      const back = carryOut({ ...run, operation }, now, colour, [
        ...toZero(capacityOf(now[colour])),
        { _tag: "WaitEmpty" },
      ]);
      return pipe(
        TE.fromTask(back),
        TE.chain((gone) => TE.left(wentBack(cause, colour, now, E.isLeft(gone) ? gone.left : undefined))),
      );
    }),
  );
};

const empty = (run: Begun, pair: Pair, colour: Colour): Ended =>
  carryOut(run, pair, colour, [...toZero(capacityOf(pair[colour])), { _tag: "WaitEmpty" }]);

/** Seen healthy since the last write, when this move has been made. */
const confirmedAfter = (move: Move, confirmed: Confirmed): Confirmed =>
  move._tag === "Confirm"
    ? [...confirmed, move.colour]
    : move._tag === "Grow"
      ? confirmed.filter((colour) => colour !== move.colour)
      : confirmed;

const make = (run: Begun, pair: Pair, move: Move): Ended => {
  if (move._tag === "Empty") return empty(run, pair, move.colour);
  return pipe(
    move._tag === "Grow" ? grow(run, pair, move) : confirm(run, pair, move),
    TE.orElse((cause) => putBack(run, move.colour, cause)),
  );
};

const goOn = (run: Begun, pair: Pair, confirmed: Confirmed): Ended => {
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
    make(run, pair, move),
    TE.chain(() => readPair(operation.environment.live, run.id)),
    TE.chain((now) => goOn(run, now, confirmedAfter(move, confirmed))),
  );
};

const admit = ({ operation, wanted }: SwitchRun, pair: Pair): TE.TaskEither<AsError, unknown> => {
  const other = otherThan(wanted.live);
  const leaves = !hasCandidate(wanted) && pair[other].currentInstanceNumber > 0;
  return pipe(
    TE.fromEither(canServe(pair, wanted.live)),
    TE.chainEitherK(() => (hasCandidate(wanted) ? canServe(pair, other) : E.right(undefined))),
    TE.chain(() =>
      leaves
        ? pipe(
            operation.environment.ports.listInstances(pair[other].scalingGroupId),
            TE.chainEitherK((members) => canLeave(other, members)),
          )
        : TE.right(undefined),
    ),
  );
};

/** Brings the pair to what is wanted, or the group that did not come back to nothing. */
export const switchPair = (run: SwitchRun): Ended =>
  pipe(
    readPair(run.operation.environment.live, run.id),
    TE.chainFirst((pair) => admit(run, pair)),
    TE.chain((pair) => {
      const way = describeWay(pair, run.wanted, run.before?.desireInstanceNumber);
      if (way !== undefined) run.operation.progress(way);
      return goOn({ ...run, atFirst: pair }, pair, []);
    }),
  );
