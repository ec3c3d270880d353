/** Whether a group is healthy: now, and after it has worked for a while. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { describeFacts, factsOf } from "../../core/as-group/facts";
import { healthyMembers } from "../../core/as-group/status";
import type { Step } from "../../core/as-group/step";
import type { Colour, Pair } from "../../core/blue-green-switch/model";
import type { Move } from "../../core/blue-green-switch/plan";
import { stopped, type AsError } from "../../core/error";
import type { Operation } from "../as-group/environment";
import { readPair } from "./read-pair";
import { carryOut, reviving, type Begun } from "./run";

/** A look that begins now: a wait may have been left out, or have ended before somebody changed the group. */
export const isHealthyNow = (run: Begun, colour: Colour): TE.TaskEither<AsError, void> => {
  const { environment } = run.operation;
  return pipe(
    readPair(environment.live, run.id),
    TE.bindTo("pair"),
    TE.bind("members", ({ pair }) => environment.ports.listInstances(pair[colour].scalingGroupId)),
    TE.chain(({ pair: { [colour]: group }, members }) => {
      const verdict = healthyMembers(group.desireInstanceNumber)(O.some(members));
      return verdict.kind === "done"
        ? TE.right(undefined)
        : TE.left(stopped(`${colour} has ${verdict.state}: ${describeFacts(factsOf(group))}`));
    }),
  );
};

const waitFor = (pair: Pair, colour: Colour): Step => ({
  _tag: "WaitCapacity",
  instances: pair[colour].desireInstanceNumber,
  healthy: true,
});

/**
 * Lets a group work beside the other one. That is no time of the operation: the group has all of it, and the deadline moves
 * on by it. What policies add meanwhile is waited for.
 */
const bake = (run: Begun, pair: Pair, colour: Colour): TE.TaskEither<AsError, Begun> => {
  const { operation, bakeTime } = run;
  const { environment } = operation;
  const resting: Operation = { ...operation, startedAt: environment.clock.now(), timeoutSeconds: bakeTime };
  const baked: Begun = {
    ...run,
    hasBaked: true,
    operation: { ...operation, startedAt: operation.startedAt + bakeTime * 1000 },
  };
  return pipe(
    carryOut({ ...run, operation: resting }, pair, colour, [{ _tag: "Rest", seconds: bakeTime }]),
    TE.chain(() => readPair(environment.live, run.id)),
    TE.chain((now) =>
      now[colour].desireInstanceNumber > pair[colour].desireInstanceNumber
        ? carryOut(baked, now, colour, [waitFor(now, colour)])
        : TE.right(undefined),
    ),
    TE.map(() => baked),
  );
};

/** Waits until a group is healthy, and for the bake time if it takes over; then looks once more. */
export const confirm = (
  run: Begun,
  pair: Pair,
  { colour, bakes }: Extract<Move, { _tag: "Confirm" }>,
): TE.TaskEither<AsError, Begun> =>
  pipe(
    carryOut(run, pair, colour, [...reviving(pair, colour), waitFor(pair, colour)]),
    TE.chain(() => (bakes && run.bakeTime > 0 && !run.hasBaked ? bake(run, pair, colour) : TE.right(run))),
    TE.chainFirst((rested) => isHealthyNow(rested, colour)),
  );
