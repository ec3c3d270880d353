/** ECSs that exist already are added to a group by hand. */
import type { ActionLog, Group, Instance, Server } from "../model";
import type { World } from "../world";
import { admit } from "./admit";
import type { ActionFailure } from "./failure";
import type { Done } from "./launch";
import { JOIN_MS } from "./timing";

/** An instance that was added by hand. */
export function instanceOf(world: World, server: Server): Instance {
  return {
    name: server.name,
    zone: server.zone,
    madeFrom: null,
    createTime: world.clock.now(),
    server,
    lifeCycleState: "PENDING",
    healthStatus: "INITIALIZING",
    inServiceSince: null,
    protected: false,
  };
}

/** @param done called once, when all are in service or were turned away by lifecycle hooks */
export function join(
  world: World,
  group: Group,
  servers: readonly Server[],
  log: ActionLog,
  done: Done,
): void {
  const instances = servers.map((server) => instanceOf(world, server));
  group.instances.push(...instances);
  group.tasks.after(JOIN_MS, () => {
    let failure: ActionFailure | undefined;
    let awaited = instances.length;
    for (const instance of instances) {
      admit(world, group, instance, log, (abandoned) => {
        failure ??= abandoned;
        awaited -= 1;
        if (awaited === 0) done(failure);
      });
    }
  });
}
