/** Instances leave a group. */
import type { ActionLog, Group, Instance } from "../model";
import { hold } from "../hook/suspension";
import type { World } from "../world";
import { logged } from "./action";
import { LEAVE_MS } from "./timing";

/** The instance is out of the group. */
function depart(world: World, group: Group, instance: Instance, log: ActionLog, deletes: boolean): void {
  group.instances.splice(group.instances.indexOf(instance), 1);
  // ECSs that were added by hand belong to the user: they are never deleted.
  if (deletes && instance.madeFrom !== null) {
    if (instance.server !== null) world.deleteServer(instance.server);
    log.deleted.push(logged(instance));
  } else {
    log.removed.push(logged(instance));
  }
}

/**
 * Removes instances. Lifecycle hooks hold them right before they leave; whatever the result is, they leave.
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
    let staying = instances.length;
    for (const instance of instances) {
      hold(world, group, instance, "INSTANCE_TERMINATING", () => {
        depart(world, group, instance, log, deletes);
        staying -= 1;
        if (staying === 0) done();
      });
    }
  });
}
