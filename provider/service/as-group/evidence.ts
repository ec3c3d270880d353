/** Why AS did not get there: failed scaling actions that are newer than the operation, and hooks that hold instances. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { idsOf } from "../../core/as-group/members";
import type { ScalingActionLog } from "../../core/as-group/model";
import type { AsError } from "../../core/error";
import type { Operation } from "./environment";
import { heldInstances } from "./held";

/** How far the clock of the service may be behind ours. */
export const CLOCK_SKEW_MS = 60_000;

const describe = ({ startTime, instanceValue, desireValue, failures }: ScalingActionLog): string =>
  [
    `scaling action of ${startTime} (${instanceValue} → ${desireValue} instances) failed`,
    ...(failures.length === 0 ? [] : [failures.join(", ")]),
  ].join(": ");

/** Instances that are still in the group, for a wait that wanted it empty. */
const remaining = (operation: Operation, id: string): TE.TaskEither<AsError, readonly string[]> =>
  pipe(
    operation.environment.ports.listInstances(id),
    TE.map(idsOf),
    TE.map((ids) => (ids.length === 0 ? [] : [`still there: ${ids.join(", ")}`])),
    TE.orElse(() => TE.right([] as readonly string[])),
  );

/** What else a wait can be asked about. */
export interface Inquiry {
  /** The wait wanted the group to be empty, or gone: name what is still there. */
  readonly namesRemaining: boolean;
}

/**
 * Adds failed scaling actions to an error of a wait. Evidence is a help, never a reason to fail differently: when the
 * logs cannot be read, the error stays as it is.
 */
export const withEvidence =
  (operation: Operation, id: string, { namesRemaining }: Inquiry) =>
  (error: AsError): TE.TaskEither<AsError, never> => {
    if (error._tag !== "ScalingFailed" && error._tag !== "TimedOut") return TE.left(error);
    const since = new Date(operation.startedAt - CLOCK_SKEW_MS);
    return pipe(
      TE.Do,
      TE.apS("logs", operation.environment.ports.listActionLogs(id, { since })),
      TE.apS("held", heldInstances(operation, id)),
      TE.apS("left", namesRemaining ? remaining(operation, id) : TE.right([])),
      TE.match(
        () => error,
        ({ logs, held, left }): AsError => {
          const failures = logs.filter(({ status }) => status === "FAIL").map(describe);
          const parts = [
            ...(error.evidence === undefined ? [] : [error.evidence]),
            ...failures,
            ...held,
            ...left,
          ];
          return parts.length === 0 ? error : { ...error, evidence: parts.join("; ") };
        },
      ),
      TE.fromTask,
      TE.chain((enriched) => TE.left(enriched)),
    );
  };
