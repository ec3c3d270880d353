/** Why AS did not get there: failed scaling actions that are newer than the operation, and hooks that hold instances. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { ScalingActionLog } from "../../core/as-group/model";
import type { AsError } from "../../core/error";
import type { Operation } from "./environment";
import { heldInstances } from "./held";

const CLOCK_SKEW_MS = 60_000;

const describe = (log: ScalingActionLog): string =>
  `scaling action of ${log.startTime} (${log.instanceValue} → ${log.desireValue} instances) failed`;

/**
 * Adds failed scaling actions to an error of a wait. Evidence is a help, never a reason to fail differently: when the
 * logs cannot be read, the error stays as it is.
 */
export const withEvidence =
  (operation: Operation, id: string) =>
  (error: AsError): TE.TaskEither<AsError, never> => {
    if (error._tag !== "ScalingFailed" && error._tag !== "TimedOut") return TE.left(error);
    const since = new Date(operation.startedAt - CLOCK_SKEW_MS);
    return pipe(
      TE.Do,
      TE.apS("logs", operation.environment.ports.listActionLogs(id, { since })),
      TE.apS("held", heldInstances(operation, id)),
      TE.match(
        () => error,
        ({ logs, held }): AsError => {
          const failures = logs.filter(({ status }) => status === "FAIL").map(describe);
          const parts = [...(error.evidence === undefined ? [] : [error.evidence]), ...failures, ...held];
          return parts.length === 0 ? error : { ...error, evidence: parts.join("; ") };
        },
      ),
      TE.fromTask,
      TE.chain((enriched) => TE.left(enriched)),
    );
  };
