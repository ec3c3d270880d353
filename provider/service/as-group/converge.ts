/** Brings a live group to what the program wants: compare, plan, carry out; and again, when the world has moved. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroupArguments } from "../../core/as-group/arguments";
import { compare, type Comparison, type LiveAsGroup } from "../../core/as-group/compare";
import { journalIn } from "../../core/as-group/drain-journal";
import type { AsGroup, Tags } from "../../core/as-group/model";
import type { RecordedAsGroup } from "../../core/as-group/recorded";
import { describeLeft, describePlan, isWait, type Plan, type Step } from "../../core/as-group/step";
import { interrupted, notFound, type AsError } from "../../core/error";
import { isForbidden } from "../forbidden";
import { hasTimeLeft, type AsGroupEnvironment, type Operation } from "./environment";
import { execute, type StepFailure } from "./execute";
import { planFor } from "./planning";
import { readGroup } from "./read-group";
import { describeNewPlan, judgeSetback, type Learned } from "./setback";

/** What is to be brought about. */
interface Goal {
  readonly args: AsGroupArguments;
  readonly recorded: RecordedAsGroup;
}

type Converged = TE.TaskEither<AsError, AsGroup>;

/** Tags may be forbidden territory; then nobody manages them, and there is no journal either. */
const tagsOf = ({ live }: AsGroupEnvironment, id: string, managed: boolean): TE.TaskEither<AsError, Tags> =>
  pipe(
    live.tags(id),
    TE.orElse((error) => (!managed && isForbidden(error) ? TE.right({}) : TE.left(error))),
  );

/** The live group with its tags, which may hold a drain journal; none when it is gone. */
export const findLive = (
  environment: AsGroupEnvironment,
  id: string,
  args: Partial<AsGroupArguments>,
  recorded: RecordedAsGroup,
): TE.TaskEither<AsError, O.Option<LiveAsGroup>> =>
  pipe(
    environment.live.find(id),
    TE.chain((found): TE.TaskEither<AsError, O.Option<LiveAsGroup>> => {
      if (O.isNone(found)) return TE.right(O.none);
      const { managedArguments, gainedArguments } = recorded;
      const managed = args.tags !== undefined || [...managedArguments, ...gainedArguments].includes("tags");
      return pipe(
        tagsOf(environment, id, managed),
        TE.map((tags) => O.some({ group: found.value, tags })),
      );
    }),
  );

const lookAgain = (operation: Operation, id: string, { args, recorded }: Goal) =>
  pipe(
    findLive(operation.environment, id, args, recorded),
    TE.chain(TE.fromOption((): AsError => notFound({ operation: "read AS group" }))),
  );

const isDrain = ({ steps }: Plan): boolean =>
  steps.some(
    (step) => (step._tag === "PutJournal" || step._tag === "ClearJournal") && step.journal === "drain",
  );

/** Gives the group back what a drain has taken: the same plan without the change that the service refuses. */
const undo = (operation: Operation, id: string, goal: Goal): TE.TaskEither<AsError, unknown> =>
  pipe(
    lookAgain(operation, id, goal),
    TE.chain((live) => {
      if (O.isNone(journalIn(live.tags))) return TE.right<AsError, unknown>(undefined);
      const whole = compare({ args: goal.args, unknown: [] }, goal.recorded, live);
      const comparison: Comparison = { ...whole, changes: [], modification: {} };
      return pipe(
        planFor(operation.environment, comparison, live, goal.args),
        TE.chain(({ steps }) =>
          pipe(
            execute(operation, id, steps),
            TE.mapLeft(({ error }) => error),
          ),
        ),
      );
    }),
  );

/** How far this run has come before the present plan. */
interface Progress {
  readonly learned: Learned;
  /** What earlier plans have written. */
  readonly done: readonly Step[];
  /** What the plan before has not carried out, in words. */
  readonly left: string;
}

type StepsOf = Pick<Progress, "done" | "left">;

/** Waits leave nothing behind, and a plan that is made anew waits anew. */
const progressOf = (learned: Learned, { done, left }: StepsOf): Progress => ({
  learned,
  done: done.filter((step) => !isWait(step)),
  left,
});

const brokenOff = (error: AsError, { done, left }: StepsOf, undone = false): AsError =>
  interrupted({ cause: error, undone, done: describePlan(done), left });

const attempt = (operation: Operation, goal: Goal, live: LiveAsGroup, progress: Progress): Converged => {
  const { environment } = operation;
  const { learned } = progress;
  const id = live.group.scalingGroupId;
  const comparison = compare({ args: goal.args, unknown: [] }, goal.recorded, live, learned.reclassified);

  /** Once the journal of a drain is on the group, every error has to say what it leaves behind. */
  const withAccount = (error: AsError, steps: StepsOf): AsError =>
    O.isSome(comparison.journal) ||
    steps.done.some((step) => step._tag === "PutJournal" && step.journal === "drain")
      ? brokenOff(error, steps)
      : error;

  const again = (next: Progress): Converged =>
    pipe(
      lookAgain(operation, id, goal),
      TE.mapLeft((error) => withAccount(error, next)),
      TE.chain((now) => attempt(operation, goal, now, next)),
    );

  const afterFailure =
    (plan: Plan) =>
    (failure: StepFailure): Converged => {
      const setback = judgeSetback(failure, comparison, isDrain(plan), learned);
      const steps = { done: [...progress.done, ...failure.done], left: describeLeft(plan, failure.left) };
      switch (setback._tag) {
        case "PlanAnew":
          if (!hasTimeLeft(operation)) return TE.left(withAccount(failure.error, steps));
          operation.progress(describeNewPlan(learned, setback.learned));
          return pipe(
            TE.fromTask(() => environment.clock.sleep(environment.schedule(0))),
            TE.chain(() => again(progressOf(setback.learned, steps))),
          );
        case "Undo":
          return pipe(
            TE.fromTask(undo(operation, id, goal)),
            TE.chain((undone) => TE.left(brokenOff(failure.error, steps, E.isRight(undone)))),
          );
        case "GiveUp":
          return TE.left(withAccount(failure.error, steps));
      }
    };

  return pipe(
    planFor(environment, comparison, live, goal.args, learned.removesWhilePaused),
    TE.mapLeft((error) => (error._tag === "Stopped" ? error : withAccount(error, progress))),
    TE.chain((plan) =>
      pipe(
        execute(operation, id, plan.steps),
        TE.matchE(afterFailure(plan), (seen): Converged => {
          if (!plan.complete)
            return again(
              progressOf(learned, { done: [...progress.done, ...plan.steps], left: describeLeft(plan, []) }),
            );
          return seen === undefined ? readGroup(environment, id) : TE.right(seen);
        }),
      ),
    ),
  );
};

/**
 * Brings a live group to what the program wants.
 *
 * The service has the last word on locks: a refusal with AS.2030 re-classifies the settled fields of this update, and
 * the plan is made anew; that either orders the steps differently or explains the lock.
 */
export const converge = (
  operation: Operation,
  args: AsGroupArguments,
  recorded: RecordedAsGroup,
  live: LiveAsGroup,
): Converged =>
  attempt(
    operation,
    { args, recorded },
    live,
    progressOf({ reclassified: {}, removesWhilePaused: true }, { done: [], left: "" }),
  );
