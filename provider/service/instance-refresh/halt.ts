/** Leaves a refresh that cannot go on: gives back what can be given back, and accounts for the rest. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { accountFor } from "../../core/instance-refresh/account";
import { planHalt } from "../../core/instance-refresh/halt";
import { ownJournalIn } from "../../core/instance-refresh/journal";
import type { RefreshRequest } from "../../core/instance-refresh/request";
import type { AsError } from "../../core/error";
import type { Operation } from "../as-group/environment";
import { execute } from "../as-group/execute";
import { lookAt, type RefreshGoal } from "./look";

/** The run that halts. */
interface Halting {
  readonly operation: Operation;
  readonly goal: RefreshGoal;
  /** Old instances at the beginning. */
  readonly total: number;
}

/** Whatever becomes of it, the error that is reported is the one for which the refresh halts. */
const giveBack = (
  { operation, goal }: Halting,
  request: RefreshRequest,
): TE.TaskEither<never, RefreshRequest | undefined> =>
  pipe(
    TE.fromTask<unknown>(execute(operation, goal.id, planHalt(request))),
    TE.chain(() =>
      pipe(
        lookAt(operation.environment, goal),
        TE.orElse(() => TE.right<never, RefreshRequest | undefined>(undefined)),
      ),
    ),
  );

/** Halts. An error before the journal was written has changed nothing, and is reported as it is. */
export const halt = (halting: Halting, cause: AsError): TE.TaskEither<AsError, never> =>
  pipe(
    lookAt(halting.operation.environment, halting.goal),
    TE.matchE(
      (unseen) => TE.left(unseen._tag === "NotFound" ? unseen : accountFor(cause, halting.total, undefined)),
      (request): TE.TaskEither<AsError, never> =>
        O.isSome(ownJournalIn(request.tags, request.owner))
          ? pipe(
              giveBack(halting, request),
              TE.chain((left) => TE.left(accountFor(cause, halting.total, left))),
            )
          : TE.left(cause),
    ),
  );
