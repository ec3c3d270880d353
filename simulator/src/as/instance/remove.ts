/** Removing instances by hand. */
import { clamp } from "../group/numbers";
import type { Group, Instance } from "../model";
import { refuse } from "../refusal";
import { changeDesired } from "../scaling/desired";
import { removeInstances } from "../scaling/engine";
import { yesOrNo } from "../value";
import type { World } from "../world";
import { checkMinimum, checkRemovable } from "./busy";

export const readInstanceDelete = yesOrNo("AS.4007", "instance_delete");

/** The desired number goes down with the instances; otherwise AS would replace them. */
export function takeOut(world: World, group: Group, instances: readonly Instance[], deletes: boolean): void {
  const desired = clamp(group.settings.desire_instance_number - instances.length, group.settings);
  changeDesired(world, group, desired, "MANNUAL");
  removeInstances(world, group, instances, deletes);
}

/** @param instanceDelete the query parameter `instance_delete` */
export function removeInstance(
  world: World,
  { group, instance }: { readonly group: Group; readonly instance: Instance },
  instanceDelete: unknown,
): void {
  const deletes = readInstanceDelete(instanceDelete);
  checkRemovable(group, world.variants);
  if (instance.lifeCycleState !== "INSERVICE") {
    throw refuse("AS.4015", `instance ${instance.name} is not in service`);
  }
  checkMinimum(group, 1, world.variants);
  takeOut(world, group, [instance], deletes);
}
