/** Replaces the old instances of a group: look, plan, carry out; and again, until none is left. */
import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { planRefresh } from "../../core/instance-refresh/plan";
import { situationOf, type RefreshRequest } from "../../core/instance-refresh/request";
import { timedOut, type AsError } from "../../core/error";
import { hasTimeLeft, type Operation } from "../as-group/environment";
import { execute, type StepFailure } from "../as-group/execute";
import { askForFailures } from "../as-group/failed-actions";
import { halt } from "./halt";
import { lookAt, type RefreshGoal } from "./look";
import { mayPass } from "./setback";

/** What a refresh has done. */
interface Refreshed {
  /** Instances that were old at the beginning of this run, and are no longer in the group. */
  readonly replaced: number;
}

/** One refresh by one run. */
interface Run {
  readonly operation: Operation;
  readonly goal: RefreshGoal;
  /** Old instances at the beginning. */
  readonly total: number;
  /** Failures in a row after which it was tried again. */
  readonly setbacks: number;
}

type Ended = TE.TaskEither<AsError, Refreshed>;

const tooLate = ({ operation: { timeoutSeconds }, total }: Run, request: RefreshRequest): AsError =>
  timedOut({
    wanted: "all old instances to be replaced",
    last: `${situationOf(request).old.length} of ${total} still old`,
    seconds: timeoutSeconds,
  });

/** Every line says how far the refresh is. */
const telling = ({ operation, total }: Run, request: RefreshRequest): Operation => {
  const done = Math.max(0, total - situationOf(request).old.length);
  return {
    ...operation,
    progress: (line) => {
      operation.progress(`${done} of ${total} old instances replaced; ${line}`);
    },
  };
};

const again = (run: Run): Ended =>
  pipe(
    lookAt(run.operation.environment, run.goal),
    TE.matchE(
      (error) => afterFailure(run, error),
      (request) => goOn(run, request),
    ),
  );

const afterFailure = (run: Run, error: AsError): Ended => {
  const { operation, setbacks } = run;
  if (!mayPass(error, setbacks) || !hasTimeLeft(operation)) return halt(run, error);
  const { clock, schedule } = operation.environment;
  return pipe(
    TE.fromTask(() => clock.sleep(schedule(setbacks))),
    TE.chain(() => again({ ...run, setbacks: setbacks + 1 })),
  );
};

const goOn = (run: Run, request: RefreshRequest): Ended => {
  const plan = planRefresh(request);
  if (E.isLeft(plan)) return halt(run, plan.left);
  const { steps, complete } = plan.right;
  if (!complete && !hasTimeLeft(run.operation)) return halt(run, tooLate(run, request));
  return pipe(
    execute(telling(run, request), run.goal.id, steps),
    TE.matchE(
      ({ error }: StepFailure) => afterFailure(run, error),
      () => (complete ? TE.right({ replaced: run.total }) : again({ ...run, setbacks: 0 })),
    ),
  );
};

/**
 * Replaces old instances until none is left, and takes up a refresh of the same owner that was interrupted.
 *
 * @param announce receives the whole way in one sentence, if there is a way to go
 */
export const refresh = (
  operation: Operation,
  goal: RefreshGoal,
  announce: (summary: string) => void,
): Ended =>
  pipe(
    lookAt(operation.environment, goal),
    TE.chain((request) => {
      const plan = planRefresh(request);
      if (E.isLeft(plan) || plan.right.steps.length === 0)
        return goOn({ operation, goal, total: 0, setbacks: 0 }, request);
      announce(plan.right.summary);
      return pipe(
        askForFailures(operation, goal.id),
        TE.chain((failed) => {
          const total = situationOf(request).old.length;
          return goOn({ operation: { ...operation, failed }, goal, total, setbacks: 0 }, request);
        }),
      );
    }),
  );
