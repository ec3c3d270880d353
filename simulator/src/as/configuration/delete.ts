/** Deleting AS configurations, one or many. */
import type { Configuration } from "../model";
import { refuse, refuseBatch, type ItemFailure } from "../refusal";
import { bodyObject, list } from "../value";
import type { World } from "../world";

const HIGHEST_BATCH = 50;

export const groupsUsing = (world: World, id: string): string[] =>
  [...world.groups.values()]
    .filter(({ settings }) => settings.scaling_configuration_id === id)
    .map((group) => group.id);

/** AS.1006. */
export function deleteConfiguration(world: World, { id }: Configuration): void {
  if (groupsUsing(world, id).length > 0)
    throw refuse("AS.1006", `AS configuration ${id} is used by an AS group`);
  world.configurations.delete(id);
}

const readIds = list("AS.1040", "scaling_configuration_id", (id): string => {
  if (typeof id !== "string" || id === "") throw refuse("AS.1003", "the list holds an empty id");
  return id;
});

function failureOf(world: World, id: string): ItemFailure | undefined {
  if (!world.configurations.has(id)) {
    return { id, errorCode: "AS.1004", errorMessage: "the AS configuration does not exist" };
  }
  if (groupsUsing(world, id).length === 0) return undefined;
  return { id, errorCode: "AS.1006", errorMessage: "the AS configuration is used by an AS group" };
}

/** Deletes up to 50 configurations. AS.1038, AS.1039, AS.1040. */
export function deleteConfigurations(world: World, requestBody: unknown): void {
  const ids = [...new Set(readIds(bodyObject(requestBody)["scaling_configuration_id"] ?? []))];
  if (ids.length === 0) throw refuse("AS.1040", "scaling_configuration_id must hold ids");
  if (ids.length > HIGHEST_BATCH)
    throw refuse("AS.1039", `at most ${HIGHEST_BATCH} configurations in one call`);
  const failures = ids.map((id) => failureOf(world, id)).filter((failure) => failure !== undefined);
  if (failures.length === 0 || world.variants.batchFailure === "good-items") {
    const failed = failures.map(({ id }) => id);
    for (const id of ids) if (!failed.includes(id)) world.configurations.delete(id);
  }
  if (failures.length > 0) throw refuseBatch("AS.1038", failures);
}
