/** What a refresh would do. Reads only. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroup } from "../../core/as-group/model";
import { ownJournalIn } from "../../core/instance-refresh/journal";
import { planRefresh } from "../../core/instance-refresh/plan";
import type { AsError } from "../../core/error";
import type { AsGroupEnvironment } from "../as-group/environment";
import { lookAt, type RefreshGoal } from "./look";

/** An own refresh of the group has begun and not ended. */
export const isInterrupted = (
  { live }: AsGroupEnvironment,
  { id, owner }: Pick<RefreshGoal, "id" | "owner">,
): TE.TaskEither<AsError, boolean> =>
  pipe(
    live.tags(id),
    TE.map((tags) => O.isSome(ownJournalIn(tags, owner))),
  );

/**
 * The whole way in one sentence, or why it cannot be gone.
 *
 * @param become what the group will be when the refresh begins
 */
export const previewRefresh = (
  environment: AsGroupEnvironment,
  goal: RefreshGoal,
  become: (group: AsGroup) => AsGroup,
): TE.TaskEither<AsError, string> =>
  pipe(
    lookAt(environment, goal),
    TE.map((request) => ({ ...request, group: become(request.group) })),
    TE.chainEitherK((request) =>
      pipe(
        planRefresh(request),
        E.map(({ summary }) => summary),
      ),
    ),
  );
