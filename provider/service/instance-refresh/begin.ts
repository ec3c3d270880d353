/** Begins a refresh before the group gets another AS configuration, so that an interruption cannot lose it. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroup } from "../../core/as-group/model";
import { refreshTags } from "../../core/instance-refresh/journal";
import { beginRefresh as decide } from "../../core/instance-refresh/plan";
import type { AsError } from "../../core/error";
import type { Operation } from "../as-group/environment";
import { execute } from "../as-group/execute";
import { lookAt, type RefreshGoal } from "./look";

/**
 * Writes the journal, if there is something to replace and no journal yet.
 *
 * @param become what the group will be when the refresh goes on
 */
export const beginRefresh = (
  operation: Operation,
  goal: RefreshGoal,
  become: (group: AsGroup) => AsGroup,
): TE.TaskEither<AsError, unknown> =>
  pipe(
    lookAt(operation.environment, goal),
    TE.chainEitherK((request) => decide({ ...request, group: become(request.group) })),
    TE.chain(
      O.match(
        () => TE.right<AsError, unknown>(undefined),
        (journal) =>
          pipe(
            execute(operation, goal.id, [
              { _tag: "PutJournal", journal: "refresh", tags: refreshTags(journal) },
            ]),
            TE.mapLeft(({ error }) => error),
          ),
      ),
    ),
  );
