/** The waits of an AS group, all through shared watchers. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { absent, atCapacity, empty, healthyMembers, settled, type Judge } from "../../core/as-group/status";
import type { AsGroup } from "../../core/as-group/model";
import { count, type Step } from "../../core/as-group/step";
import type { AsError } from "../../core/error";
import { secondsLeft, type Operation } from "./environment";
import { withEvidence } from "./evidence";
import { heldInstances } from "./held";

type Wait = (operation: Operation, id: string) => TE.TaskEither<AsError, AsGroup | undefined>;

/** A scaling action that takes longer than this may be held by a lifecycle hook. */
const DOUBTFUL_AFTER_MS = 30_000;

const waitFor =
  (wanted: string, judge: Judge, namesRemaining = false): Wait =>
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
          return verdict.kind === "pending"
            ? { ...verdict, doubtful: isScaling && clock.now() - beganAt > DOUBTFUL_AFTER_MS }
            : verdict;
        },
        onDoubt: () =>
          pipe(
            heldInstances(operation, id),
            TE.map((sentences) => {
              held = sentences;
              return O.none;
            }),
          ),
        timeoutSeconds: secondsLeft(operation),
        onProgress: (line) => {
          operation.progress([line, ...held].join("; "));
        },
      }),
      TE.chainFirstIOK(() => () => {
        // The last line stays on the resource's row: it should not say that something is still being waited for.
        operation.progress(wanted);
      }),
      TE.orElseW(withEvidence(operation, id, { namesRemaining })),
    );
  };

/** No scaling action in progress. */
export const waitSettled: Wait = waitFor("no scaling action in progress", settled);

/** No instances and no scaling action. */
export const waitEmpty: Wait = waitFor("no instances left", empty, true);

/** Verified gone. */
export const waitGone: Wait = waitFor("the group gone", absent, true);

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
  ({ instances, healthy }: Extract<Step, { _tag: "WaitCapacity" }>): Wait =>
  (operation, id) =>
    pipe(
      waitFor(`${count(instances)} in service`, atCapacity)(operation, id),
      TE.chain((group) => (healthy && group !== undefined ? waitHealthy(operation, group) : TE.right(group))),
    );
