/** The waits of an AS group, all through shared watchers. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import {
  absent,
  atCapacity,
  empty,
  healthyMembers,
  membersGone,
  settled,
  type Judge,
} from "../../core/as-group/status";
import type { AsGroup } from "../../core/as-group/model";
import { count, type Step } from "../../core/as-group/step";
import type { AsError } from "../../core/error";
import { secondsLeft, type FailureQuestion, type Operation } from "./environment";
import { withEvidence } from "./evidence";
import { unlessFailed } from "./failed-actions";
import { heldInstances } from "./held";

type Wait = (operation: Operation, id: string) => TE.TaskEither<AsError, AsGroup | undefined>;

/** A scaling action that takes longer than this may be held by a lifecycle hook. */
const DOUBTFUL_AFTER_MS = 30_000;

interface Particulars {
  /** Name what is still in the group when the wait ends too late. */
  readonly namesRemaining?: boolean;
  /** A scaling action that fails meanwhile ends the wait. */
  readonly failed?: FailureQuestion;
  /**
   * What is said when the wait is over.
   *
   * @default - what was wanted
   */
  readonly reached?: string;
}

const waitFor =
  (
    wanted: string,
    judge: Judge,
    { namesRemaining = false, failed, reached = wanted }: Particulars = {},
  ): Wait =>
  (operation, id) => {
    const { clock, watcher } = operation.environment;
    const beganAt = clock.now();
    let held: readonly string[] = [];
    return pipe(
      watcher.until({
        id,
        wanted,
        judge: (live) => {
          const verdict = judge(live);
          const isScaling = O.isSome(live) && live.value.isScaling;
          // Between two scaling actions, the one before may have failed.
          const doubtful = isScaling ? clock.now() - beganAt > DOUBTFUL_AFTER_MS : failed !== undefined;
          return verdict.kind === "pending" ? { ...verdict, doubtful } : verdict;
        },
        onDoubt: (live) =>
          pipe(
            heldInstances(operation, id),
            TE.chain((sentences) => {
              held = sentences;
              return failed === undefined ? TE.right(O.none) : failed(live);
            }),
          ),
        timeoutSeconds: secondsLeft(operation),
        onProgress: (line) => {
          operation.progress([line, ...held].join("; "));
        },
      }),
      TE.chainFirstIOK(() => () => {
        // The last line stays on the resource's row: it should not say that something is still being waited for.
        operation.progress(reached);
      }),
      TE.orElseW(withEvidence(operation, id, { namesRemaining })),
    );
  };

/** No scaling action in progress. */
export const waitSettled: Wait = waitFor("no scaling action in progress", settled);

/** No instances and no scaling action. */
export const waitEmpty: Wait = waitFor("no instances left", empty, { namesRemaining: true });

/** Verified gone. */
export const waitGone: Wait = waitFor("the group gone", absent, {
  namesRemaining: true,
  reached: "the group is gone",
});

const waitHealthy = (operation: Operation, group: AsGroup): TE.TaskEither<AsError, AsGroup | undefined> =>
  pipe(
    operation.environment.memberWatcher.until({
      id: group.scalingGroupId,
      wanted: `${count(group.desireInstanceNumber)} healthy`,
      judge: healthyMembers(group.desireInstanceNumber),
      timeoutSeconds: secondsLeft(operation),
      onProgress: operation.progress,
    }),
    // The wait may have been long: what the group looked like before says nothing now.
    TE.map(() => undefined),
    TE.orElseW(withEvidence(operation, group.scalingGroupId, { namesRemaining: false })),
  );

/** As many instances in service as the group desires, and healthy if so wanted. */
export const waitCapacity =
  ({ instances, healthy, haltsOnFailure }: Extract<Step, { _tag: "WaitCapacity" }>): Wait =>
  (operation, id) => {
    const wanted = `${count(instances)} in service`;
    const arrived =
      haltsOnFailure === true
        ? pipe(
            waitFor(wanted, atCapacity, operation)(operation, id),
            TE.chainFirst((group) => unlessFailed(operation, group, wanted)),
          )
        : waitFor(wanted, atCapacity)(operation, id);
    return pipe(
      arrived,
      TE.chain((group) => (healthy && group !== undefined ? waitHealthy(operation, group) : TE.right(group))),
    );
  };

/** These instances have left the group. */
export const waitLeft =
  ({ ids }: Extract<Step, { _tag: "WaitLeft" }>): Wait =>
  (operation, id) =>
    pipe(
      operation.environment.memberWatcher.until({
        id,
        wanted: `${count(ids.length)} out of the group`,
        judge: membersGone(ids),
        timeoutSeconds: secondsLeft(operation),
        onProgress: operation.progress,
      }),
      TE.map(() => undefined),
      TE.orElseW(withEvidence(operation, id, { namesRemaining: false })),
    );

/** Waits for no reason but to wait; not longer than the operation may last. */
export const rest = (
  operation: Operation,
  { seconds }: Extract<Step, { _tag: "Rest" }>,
): TE.TaskEither<AsError, undefined> =>
  pipe(
    TE.fromTask(() => operation.environment.clock.sleep(Math.min(seconds, secondsLeft(operation)) * 1000)),
    TE.map(() => undefined),
  );
