/** Deletes an AS configuration as soon as no group uses it any more. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { deleteAsConfiguration } from "../../api/as-configuration";
import { listAsGroups } from "../../api/as-group";
import { handled } from "../../core/as-code/handling";
import { type AsError, hasCode, stopped } from "../../core/error";
import { persistently } from "../persistently";
import type { ResourceOperation } from "../resource/environment";

/** A group uses it. */
const isInUse = (error: AsError): boolean => hasCode(error, ...handled.configurationInUse.codes);

/** The groups that use it, in words; none where they cannot be listed. */
const usersOf = ({ environment }: ResourceOperation, id: string): TE.TaskEither<never, string> =>
  pipe(
    listAsGroups(environment.client)({ scalingConfigurationId: id }),
    TE.match(
      () => "",
      ({ groups }) =>
        groups.map((group) => `${group.scalingGroupName} (id ${group.scalingGroupId})`).join(", "),
    ),
    TE.rightTask,
  );

/** Said with its id: it may be one that another configuration has replaced, and is kept. */
const stillInUse = (id: string, users: string): AsError =>
  stopped(
    `AS configuration ${id} is still used by ${users === "" ? "an AS group" : users}: ${handled.configurationInUse.codes.join()}`,
    [
      "let the group use another AS configuration, or delete it, and run `pulumi up` again",
      "if the group is being changed at this moment, give it more time with timeouts.delete",
    ],
  );

/**
 * A group that was given another configuration a moment ago may still count as a user, so the refusal is waited out
 * while time is left.
 */
export const removeConfiguration = (
  operation: ResourceOperation,
  id: string,
): TE.TaskEither<AsError, unknown> => {
  const { environment, progress } = operation;
  let isTold = false;
  const attempt = pipe(
    deleteAsConfiguration(environment.client)(id),
    TE.orElseFirstTaskK((error) => async () => {
      if (!isInUse(error) || isTold) return;
      isTold = true;
      progress(`waiting until no AS group uses AS configuration ${id}`);
      await Promise.resolve();
    }),
  );
  return pipe(
    persistently(operation, attempt, isInUse),
    TE.orElse((error) =>
      isInUse(error)
        ? pipe(
            usersOf(operation, id),
            TE.chain((users) => TE.left(stillInUse(id, users))),
          )
        : TE.left(error),
    ),
  );
};
