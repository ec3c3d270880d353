/** Attaching instances to a group, and taking them out again. None is ever deleted. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { amongMembers, isLeaving, isStaying } from "../../core/instance-claim/claim";
import { explainUnattachable } from "../../core/instance-claim/refusals";
import type { AsError } from "../../core/error";
import { addInstances, eachBatch } from "../as-group/attach";
import type { Operation } from "../as-group/environment";
import { waitSettled } from "../as-group/waits";
import { attempt } from "./attempt";
import { waitInService, waitOut } from "./wait";

type Done = TE.TaskEither<AsError, unknown>;

/** What is on its way out can come back only when it has left. */
const addAbsent = (operation: Operation, groupId: string, ids: readonly string[]): Done =>
  pipe(
    operation.environment.ports.listInstances(groupId),
    TE.chain((members) => {
      const staying = amongMembers(ids, members, isStaying);
      const leaving = amongMembers(ids, members, isLeaving);
      const absent = ids.filter((id) => !staying.includes(id));
      return pipe(
        leaving.length === 0 ? TE.right(undefined) : waitOut(operation, groupId, leaving),
        TE.chain(() => addInstances(operation, groupId, absent)),
      );
    }),
  );

/** Makes sure that these instances are members, and waits until they are in service. */
export const attachInstances = (operation: Operation, groupId: string, ids: readonly string[]): Done =>
  ids.length === 0
    ? TE.right(undefined)
    : pipe(
        attempt(operation, groupId, addAbsent(operation, groupId, ids)),
        TE.mapLeft(explainUnattachable),
        TE.chain(() => waitInService(operation, groupId, ids)),
      );

/** Those that are leaving already are only waited for. */
const removePresent = (operation: Operation, groupId: string, ids: readonly string[]): Done => {
  const { listInstances, removeInstances } = operation.environment.ports;
  return pipe(
    listInstances(groupId),
    TE.chain((members) =>
      eachBatch(amongMembers(ids, members, isStaying), (batch) =>
        pipe(
          waitSettled(operation, groupId),
          TE.chain((): Done => removeInstances(groupId, batch, { deleteInstances: false })),
        ),
      ),
    ),
  );
};

/** Makes sure that none of these instances is a member, and waits until they have left. */
export const detachInstances = (operation: Operation, groupId: string, ids: readonly string[]): Done =>
  ids.length === 0
    ? TE.right(undefined)
    : pipe(
        attempt(operation, groupId, removePresent(operation, groupId, ids)),
        TE.chain(() => waitOut(operation, groupId, ids)),
      );
