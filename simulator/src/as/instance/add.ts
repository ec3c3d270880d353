/** Adding ECSs by hand. */
import { wrongStatus } from "../group/status";
import { carryOut, fail, type Judged } from "../judged";
import type { Group, Server } from "../model";
import { refuse } from "../refusal";
import { changeDesired } from "../scaling/desired";
import { addServers } from "../scaling/engine";
import type { World } from "../world";
import { checkIdle } from "./busy";

function judge(world: World, group: Group, id: string): Judged<Server> {
  const server = world.servers.get(id);
  if (server === undefined) return fail(id, "AS.4006", "the instance does not exist");
  const membership = world.membership(id);
  if (membership?.group === group) return fail(id, "AS.4023", "the instance is in this AS group already");
  if (membership !== undefined) return fail(id, "AS.4027", "the instance is in another AS group");
  if (server.vpcId !== group.vpcId) return fail(id, "AS.4021", "the instance is in another VPC");
  if (!group.settings.available_zones.includes(server.zone)) {
    return fail(id, "AS.4020", "the instance is in an AZ that the AS group does not use");
  }
  if (server.status !== "ACTIVE") return fail(id, "AS.4024", "the instance is not running");
  return { item: server };
}

/** AS.2035, see the variant `addBound`. */
function checkMaximum(world: World, group: Group, joining: number): void {
  const { desire_instance_number: desired, max_instance_number: max } = group.settings;
  const present = group.instances.length;
  const after = joining + (world.variants.addBound === "expected" ? Math.max(desired, present) : present);
  if (after > max) throw refuse("AS.2035", `there would be ${after} instances, more than the maximum`);
}

/** The desired number goes up with the instances, as far as the maximum allows. */
function putIn(world: World, group: Group, servers: readonly Server[]): void {
  const { desire_instance_number: desired, max_instance_number: max } = group.settings;
  changeDesired(world, group, Math.min(desired + servers.length, max), "MANNUAL");
  addServers(world, group, servers);
}

/** AS.4029 with nested codes. */
export function addBatch(world: World, group: Group, ids: readonly string[]): void {
  checkIdle(group, world.variants);
  if (group.status !== "INSERVICE") throw wrongStatus(group, world.variants);
  checkMaximum(world, group, ids.length);
  const judged = ids.map((id) => judge(world, group, id));
  carryOut(judged, "AS.4029", world.variants, (servers) => {
    putIn(world, group, servers);
  });
}
