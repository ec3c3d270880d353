/** Attaches again what a drain has detached. */
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { attachedKeys } from "../../core/as-group/drain-journal";
import { idsOf, inBatches } from "../../core/as-group/members";
import { unattachable } from "../../core/as-group/unattachable";
import type { AsError } from "../../core/error";
import { persistently } from "../persistently";
import type { Operation } from "./environment";
import { waitSettled } from "./waits";

type Done = TE.TaskEither<AsError, unknown>;

/** One call for each batch, one after another; the first that fails is the last. */
export const eachBatch = (ids: readonly string[], call: (batch: readonly string[]) => Done): Done =>
  inBatches(ids).reduce<Done>(
    (before, batch) =>
      pipe(
        before,
        TE.chain(() => call(batch)),
      ),
    TE.right(undefined),
  );

const addBatch = (operation: Operation, id: string, batch: readonly string[]): Done =>
  pipe(
    waitSettled(operation, id),
    TE.chain((): Done => operation.environment.ports.addInstances(id, batch)),
  );

/** An instance that cannot come back leaves the journal: nobody is to try for ever. The error stays an error. */
const giveUp =
  (operation: Operation, id: string) =>
  (error: AsError): Done => {
    const { ports, live } = operation.environment;
    const lost = unattachable(error);
    if (lost.length === 0) return TE.left(error);
    for (const { id: instance, reason } of lost)
      operation.warn(`instance ${instance} is detached and cannot be attached again, because ${reason}`);
    return pipe(
      live.tags(id),
      TE.map((tags) =>
        attachedKeys(
          tags,
          lost.map(({ id: instance }) => instance),
        ),
      ),
      TE.chain((keys): Done => (keys.length === 0 ? TE.right(undefined) : ports.removeTags(id, keys))),
      TE.chain(() => TE.left(error)),
    );
  };

/** Adds these instances, of which none is a member. */
export const addInstances = (operation: Operation, id: string, ids: readonly string[]): Done =>
  eachBatch(ids, (batch) => addBatch(operation, id, batch));

/**
 * Makes sure that these instances are members. Attaching what is a member already is refused (AS.4023), so that an
 * interrupted attempt is looked at first.
 */
export const attach = (operation: Operation, id: string, wanted: readonly string[]): Done =>
  persistently(
    operation,
    pipe(
      operation.environment.ports.listInstances(id),
      TE.map((members) => wanted.filter((instance) => !idsOf(members).includes(instance))),
      TE.chain((absent) => addInstances(operation, id, absent)),
      TE.orElse(giveUp(operation, id)),
    ),
  );
