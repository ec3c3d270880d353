/** Kept objects that are too many, where no deletion of the object before them comes to take them. */
import * as E from "fp-ts/Either";
import { explain } from "../../core/message";
import type { OwnArguments } from "../../core/resource/arguments";
import type { KeptObject } from "../../core/resource/kept";
import { deleteAll } from "../../service/resource/delete";
import type { ResourceOperation } from "../../service/resource/environment";
import type { Kind } from "../../service/resource/kind";

/**
 * Deletes them, and gives those that could not be. What still uses one may be waiting for the object that has just been
 * made, so nothing is waited for, and nothing fails: what is left is recorded, and the next `up` deletes it.
 */
export const deleteExcess = async <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  objects: readonly KeptObject[],
  args: Args,
): Promise<readonly KeptObject[]> => {
  const left: KeptObject[] = [];
  for (const object of objects) {
    const deleted = await deleteAll(kind, { ...operation, timeoutSeconds: 0 }, [object.id], args)();
    if (E.isRight(deleted)) continue;
    left.push(object);
    operation.warn(explain(deleted.left, { title: kind.title, doing: "deleting", name: "", id: object.id }));
  }
  return left;
};
