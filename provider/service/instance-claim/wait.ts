/** Waits for the instances of a claim, through the shared watcher of members. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { count } from "../../core/as-group/step";
import { allInService, allLeft, type MemberJudge } from "../../core/instance-claim/arrival";
import type { AsError } from "../../core/error";
import { secondsLeft, type Operation } from "../as-group/environment";
import { withEvidence } from "../as-group/evidence";
import { heldInstances } from "../as-group/held";

/** An instance that takes longer than this may be held by a lifecycle hook. */
const DOUBTFUL_AFTER_MS = 30_000;

const waitFor = (
  operation: Operation,
  groupId: string,
  wanted: string,
  judge: MemberJudge,
): TE.TaskEither<AsError, unknown> => {
  const { clock, memberWatcher } = operation.environment;
  const beganAt = clock.now();
  let held: readonly string[] = [];
  return pipe(
    memberWatcher.until({
      id: groupId,
      wanted,
      judge: (members) => {
        const verdict = judge(members);
        return verdict.kind === "pending"
          ? { ...verdict, doubtful: clock.now() - beganAt > DOUBTFUL_AFTER_MS }
          : verdict;
      },
      onDoubt: () =>
        pipe(
          heldInstances(operation, groupId),
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
    TE.orElseW(withEvidence(operation, groupId, { namesRemaining: false })),
  );
};

/** These instances are in service. */
export const waitInService = (
  operation: Operation,
  groupId: string,
  ids: readonly string[],
): TE.TaskEither<AsError, unknown> =>
  waitFor(operation, groupId, `${count(ids.length)} in service`, allInService(ids));

/** These instances have left the group. */
export const waitOut = (
  operation: Operation,
  groupId: string,
  ids: readonly string[],
): TE.TaskEither<AsError, unknown> =>
  waitFor(operation, groupId, `${count(ids.length)} out of the group`, allLeft(ids));
