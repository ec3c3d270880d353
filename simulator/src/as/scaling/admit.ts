/** What becomes of an instance that has come up. */
import { clamp } from "../group/numbers";
import { hold } from "../hook/suspension";
import type { ActionLog, Group, Instance } from "../model";
import type { World } from "../world";
import { logged } from "./action";
import type { ActionFailure } from "./failure";

/** The instance is in service. */
export function enterService(world: World, instance: Instance): void {
  if (instance.server?.status === "BUILD") instance.server.status = "ACTIVE";
  instance.lifeCycleState = "INSERVICE";
  instance.healthStatus = "NORMAL";
  instance.inServiceSince = world.clock.now();
}

/**
 * The instance does not get in: AS deletes what it made, an ECS that was added by hand only leaves. Whether AS creates
 * another one in its place is the variant `launchAbandon`; one that was added by hand it cannot replace.
 */
function turnAway(world: World, group: Group, instance: Instance): void {
  group.instances.splice(group.instances.indexOf(instance), 1);
  if (instance.madeFrom !== null && instance.server !== null) world.deleteServer(instance.server);
  if (instance.madeFrom !== null && world.variants.launchAbandon === "refill") return;
  const { settings } = group;
  group.settings = {
    ...settings,
    desire_instance_number: clamp(settings.desire_instance_number - 1, settings),
  };
}

/**
 * Launching lifecycle hooks decide about the instance.
 *
 * @param done called once: without a failure the instance is in service, otherwise it has been turned away
 */
export function admit(
  world: World,
  group: Group,
  instance: Instance,
  log: ActionLog,
  done: (abandoned: ActionFailure | undefined) => void,
): void {
  hold(world, group, instance, "INSTANCE_LAUNCHING", (abandoned) => {
    if (abandoned === undefined) {
      enterService(world, instance);
      log.added.push(logged(instance));
    } else {
      log.failed.push(logged(instance, abandoned));
      turnAway(world, group, instance);
    }
    done(abandoned);
  });
}
