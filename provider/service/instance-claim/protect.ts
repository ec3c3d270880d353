/** Protecting instances from scale-in, and lifting the protection. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { amongMembers, isStaying } from "../../core/instance-claim/claim";
import type { AsError } from "../../core/error";
import { eachBatch } from "../as-group/attach";
import type { Operation } from "../as-group/environment";
import { attempt } from "./attempt";

/** Makes the protection of those of these instances that are members what it is to be. */
export const protectInstances = (
  operation: Operation,
  groupId: string,
  ids: readonly string[],
  on: boolean,
): TE.TaskEither<AsError, unknown> => {
  const { listInstances, protectInstances: protect } = operation.environment.ports;
  if (ids.length === 0) return TE.right(undefined);
  return attempt(
    operation,
    groupId,
    pipe(
      listInstances(groupId),
      TE.chain((members) =>
        eachBatch(
          amongMembers(ids, members, (member) => isStaying(member) && member.protectFromScalingDown !== on),
          (batch) => protect(groupId, batch, on),
        ),
      ),
    ),
  );
};
