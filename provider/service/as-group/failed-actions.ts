/** Scaling actions that fail during an operation. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { describeFacts, factsOf } from "../../core/as-group/facts";
import type { AsGroup } from "../../core/as-group/model";
import { scalingFailed, type AsError } from "../../core/error";
import type { FailureQuestion, Operation } from "./environment";
import { CLOCK_SKEW_MS, withEvidence } from "./evidence";

const failedIds = (
  operation: Operation,
  id: string,
  since: Date,
): TE.TaskEither<AsError, ReadonlySet<string>> =>
  pipe(
    operation.environment.ports.listActionLogs(id, { since }),
    TE.map((logs) => new Set(logs.filter(({ status }) => status === "FAIL").map((log) => log.id))),
  );

const said = (live: O.Option<AsGroup>): string =>
  O.isSome(live) && live.value.detail !== undefined ? live.value.detail : "a scaling action failed";

/** A question about the time from now on. Who may not read the logs gets no answer. */
export const askForFailures = (operation: Operation, id: string): TE.TaskEither<AsError, FailureQuestion> => {
  const since = new Date(operation.environment.clock.now() - CLOCK_SKEW_MS);
  return pipe(
    failedIds(operation, id, since),
    TE.orElse(() => TE.right<AsError, ReadonlySet<string>>(new Set())),
    TE.map(
      (before): FailureQuestion =>
        (live) =>
          pipe(
            failedIds(operation, id, since),
            TE.map((now) => ([...now].some((log) => !before.has(log)) ? O.some(said(live)) : O.none)),
          ),
    ),
  );
};

/** Fails if a scaling action has failed, although another one has brought about what was wanted. */
export const unlessFailed = (
  operation: Operation,
  group: AsGroup | undefined,
  wanted: string,
): TE.TaskEither<AsError, unknown> => {
  const { failed } = operation;
  if (failed === undefined || group === undefined) return TE.right(undefined);
  return pipe(
    failed(O.some(group)),
    TE.orElse(() => TE.right<AsError, O.Option<string>>(O.none)),
    TE.chain(
      O.match(
        () => TE.right<AsError, unknown>(undefined),
        (evidence) => TE.left(scalingFailed({ wanted, last: describeFacts(factsOf(group)), evidence })),
      ),
    ),
    TE.orElseW(withEvidence(operation, group.scalingGroupId, { namesRemaining: false })),
  );
};
