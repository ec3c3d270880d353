/** Instances leave a group. */
import type { ActionLog, Group, Instance } from "../model";
import type { World } from "../world";
import { LEAVE_MS } from "./timing";

/** The instance is out of the group. Terminating lifecycle hooks hold it right before this. */
function depart(world: World, group: Group, instance: Instance, log: ActionLog, deletes: boolean): void {
  group.instances.splice(group.instances.indexOf(instance), 1);
  // ECSs that were added by hand belong to the user: they are never deleted.
  if (deletes && instance.madeFrom !== null) {
    if (instance.server !== null) world.deleteServer(instance.server);
    log.deleted.push(instance.name);
  } else {
    log.removed.push(instance.name);
  }
}

/**
 * Removes instances.
 *
 * @param deletes whether the ECSs that AS made are deleted, too
 * @param done called once, when all have left
 */
export function leave(
  world: World,
  group: Group,
  instances: readonly Instance[],
  deletes: boolean,
  log: ActionLog,
  done: () => void,
): void {
  for (const instance of instances) instance.lifeCycleState = "REMOVING";
  group.tasks.after(LEAVE_MS, () => {
    for (const instance of instances) depart(world, group, instance, log, deletes);
    done();
  });
}
