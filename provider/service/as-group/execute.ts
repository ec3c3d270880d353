/** The interpreter: carries out the steps of a plan, one after another. It decides nothing. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { handled } from "../../core/as-code/handling";
import type { AsGroup, Tags } from "../../core/as-group/model";
import { rivalDrain } from "../../core/as-group/plan-drain";
import { describeStep, type Step } from "../../core/as-group/step";
import { rivalRefresh } from "../../core/instance-refresh/obstacles";
import { hasCode, type AsError } from "../../core/error";
import { persistently } from "../persistently";
import { attach } from "./attach";
import type { Operation } from "./environment";
import { modify } from "./modify";
import { putHooks } from "./put-hooks";
import { removeOld } from "./remove-old";
import { rest, waitCapacity, waitEmpty, waitGone, waitLeft, waitSettled } from "./waits";

/** The live group as the last step saw it; undefined when something was written since. */
type Seen = TE.TaskEither<AsError, AsGroup | undefined>;

const written = (operation: Operation, id: string, action: TE.TaskEither<AsError, unknown>): Seen => {
  const invalidate = (): undefined => {
    operation.environment.live.invalidate(id);
    return undefined;
  };
  return pipe(
    action,
    TE.bimap((error) => (invalidate(), error), invalidate),
  );
};

/** Pause and resume are refused when the status is already the wanted one: then there is nothing left to do. */
const setStatus = (operation: Operation, id: string, to: "PAUSED" | "INSERVICE"): Seen => {
  const { ports, live } = operation.environment;
  const call = to === "PAUSED" ? ports.pauseGroup(id) : ports.resumeGroup(id);
  const unlessThere = (error: AsError): TE.TaskEither<AsError, unknown> =>
    hasCode(error, ...handled.alreadySo.codes)
      ? pipe(
          live.fresh([id]),
          TE.chain((groups) => {
            const found = groups.get(id) ?? O.none;
            return O.isSome(found) && found.value.scalingGroupStatus === to
              ? TE.right(undefined)
              : TE.left(error);
          }),
        )
      : TE.left(error);
  return written(operation, id, persistently(operation, pipe(call, TE.orElse(unlessThere))));
};

/** Of two that want to drain or refresh a group at the same time, the one that finds the other's journal stops. */
const putJournal = (operation: Operation, id: string, tags: Tags): TE.TaskEither<AsError, unknown> => {
  const { ports, live } = operation.environment;
  live.invalidate(id);
  return pipe(
    live.tags(id),
    TE.chain((now) =>
      pipe(
        rivalDrain(now, tags),
        O.alt(() => rivalRefresh(now, tags)),
        O.match(() => persistently(operation, ports.putTags(id, tags)), TE.left),
      ),
    ),
  );
};

const assertNever = (step: never): never => step;

const carryOut = (operation: Operation, id: string, step: Step): Seen => {
  const { ports } = operation.environment;
  switch (step._tag) {
    case "Pause":
      return setStatus(operation, id, "PAUSED");
    case "Resume":
      return setStatus(operation, id, "INSERVICE");
    case "Modify":
      return written(operation, id, modify(operation, id, step));
    case "PutJournal":
      return written(operation, id, putJournal(operation, id, step.tags));
    case "PutTags":
      return written(operation, id, persistently(operation, ports.putTags(id, step.tags)));
    case "PutHooks":
      return written(operation, id, persistently(operation, putHooks(operation, id, step.hooks)));
    case "RemoveTags":
    case "ClearJournal":
      return written(operation, id, persistently(operation, ports.removeTags(id, step.keys)));
    case "Unprotect":
      return written(operation, id, ports.protectInstances(id, step.ids, false));
    case "RemoveInstances":
      return written(
        operation,
        id,
        ports.removeInstances(id, step.ids, { deleteInstances: step.deleteInstances }),
      );
    case "RemoveOld":
      return written(operation, id, removeOld(operation, id, step));
    case "Attach":
      return written(operation, id, attach(operation, id, step.ids));
    case "WaitSettled":
      return waitSettled(operation, id);
    case "WaitEmpty":
      return waitEmpty(operation, id);
    case "WaitCapacity":
      return waitCapacity(step)(operation, id);
    case "WaitLeft":
      return waitLeft(step)(operation, id);
    case "Rest":
      return rest(operation, step);
    case "Delete":
      return written(operation, id, ports.deleteGroup(id, { force: step.force }));
    case "WaitGone":
      return waitGone(operation, id);
    default:
      return assertNever(step);
  }
};

/** Where a plan broke off. */
export interface StepFailure {
  readonly error: AsError;
  readonly done: readonly Step[];
  readonly failed: Step;
  /** The failed step and those after it. */
  readonly left: readonly Step[];
}

const progressLine = (steps: readonly Step[], step: Step, index: number): string =>
  steps.length === 1 ? describeStep(step) : `step ${index + 1} of ${steps.length}: ${describeStep(step)}`;

/** Carries out a plan and answers with the live group as the last wait saw it, if nothing was written since. */
export const execute = (
  operation: Operation,
  id: string,
  steps: readonly Step[],
): TE.TaskEither<StepFailure, AsGroup | undefined> =>
  steps.reduce<TE.TaskEither<StepFailure, AsGroup | undefined>>(
    (before, step, index) =>
      pipe(
        before,
        TE.chain(() => {
          operation.progress(progressLine(steps, step, index));
          return pipe(
            carryOut(operation, id, step),
            TE.mapLeft((error): StepFailure => ({
              error,
              done: steps.slice(0, index),
              failed: step,
              left: steps.slice(index),
            })),
          );
        }),
      ),
    TE.right(undefined),
  );
