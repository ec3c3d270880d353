/** Ends a refresh that is not to go on. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { planEnd } from "../../core/instance-refresh/halt";
import type { AsError } from "../../core/error";
import type { Operation } from "../as-group/environment";
import { execute } from "../as-group/execute";
import { lookAt, type RefreshGoal } from "./look";
import { isInterrupted } from "./preview";

/** A group that is gone, or on its way, has nothing to give back. */
const isThere = (operation: Operation, id: string): TE.TaskEither<AsError, boolean> =>
  pipe(
    operation.environment.live.find(id),
    TE.map((found) => O.isSome(found) && found.value.scalingGroupStatus !== "DELETING"),
  );

/** Restores the numbers and removes the journal of an interrupted refresh of this owner; else does nothing. */
export const endRefresh = (operation: Operation, goal: RefreshGoal): TE.TaskEither<AsError, void> => {
  const end = pipe(
    lookAt(operation.environment, goal),
    TE.chain((request) =>
      pipe(
        execute(operation, goal.id, planEnd(request)),
        TE.bimap(
          ({ error }) => error,
          () => undefined,
        ),
      ),
    ),
  );
  return pipe(
    isThere(operation, goal.id),
    TE.chain((there) => (there ? isInterrupted(operation.environment, goal) : TE.right(false))),
    TE.chain((unfinished) => (unfinished ? end : TE.right(undefined))),
  );
};
