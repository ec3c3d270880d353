/** Something happens to ECSs, in groups or not. */
import type { Server } from "../model";
import { changeDesired } from "../scaling/desired";
import { enterService } from "../scaling/admit";
import { planAudit } from "../scaling/engine";
import { instanceOf } from "../scaling/join";
import { isId } from "../value";
import type { World } from "../world";
import { fieldsOf, groupOf, memberOf, nonsense, oneOfTexts, optionalTextOf, textOf } from "./body";

const SYSTEM_DISK = { size: 40, volume_type: "SAS", disk_type: "SYS" } as const;
const STATUSES = ["ACTIVE", "SHUTOFF"] as const;

/** Adds an ECS to the project. With `scaling_group_id` it fits that group: same VPC, an AZ of the group. */
export function createServer(
  world: World,
  requestBody: unknown,
): { instance_id: string; instance_name: string } {
  const body = fieldsOf(requestBody, ["name", "scaling_group_id", "vpc_id", "available_zone", "status"]);
  const group = body["scaling_group_id"] === undefined ? undefined : groupOf(world, body);
  const vpcId = optionalTextOf(body, "vpc_id") ?? group?.vpcId ?? world.random.uuid();
  if (!isId(vpcId)) throw nonsense("vpc_id must be a valid id");
  const [zone] = group?.settings.available_zones ?? world.zones;
  const server: Server = {
    id: world.random.uuid(),
    name: optionalTextOf(body, "name") ?? `ecs-${world.random.suffix()}`,
    vpcId,
    zone: optionalTextOf(body, "available_zone") ?? zone ?? "",
    flavour: "s3.medium.1",
    image: world.random.uuid(),
    disks: [SYSTEM_DISK],
    createTime: world.clock.now(),
    tags: new Map(),
    status: body["status"] === undefined ? "ACTIVE" : oneOfTexts(body, "status", STATUSES),
    balancerHealthy: true,
  };
  world.servers.set(server.id, server);
  return { instance_id: server.id, instance_name: server.name };
}

/** An ECS becomes a member at once, without a scaling action; without `instance_id` a new one. */
export function attachInstance(world: World, requestBody: unknown): { instance_id: string } {
  const body = fieldsOf(requestBody, ["scaling_group_id", "instance_id"]);
  const group = groupOf(world, body);
  const id =
    optionalTextOf(body, "instance_id") ?? createServer(world, { scaling_group_id: group.id }).instance_id;
  const server = world.servers.get(id);
  if (server === undefined) throw nonsense(`there is no ECS ${id}`);
  if (world.membership(id) !== undefined) throw nonsense(`ECS ${id} is in an AS group already`);
  const { desire_instance_number: desired, max_instance_number: max } = group.settings;
  const instance = instanceOf(world, server);
  group.instances.push(instance);
  enterService(world, instance);
  changeDesired(world, group, Math.min(desired + 1, max), "MANNUAL");
  return { instance_id: id };
}

/** A member leaves at once, without a scaling action; its ECS lives on. */
export function detachInstance(world: World, requestBody: unknown): void {
  const { group, instance } = memberOf(world, fieldsOf(requestBody, ["instance_id"]));
  group.instances.splice(group.instances.indexOf(instance), 1);
  const { desire_instance_number: desired, min_instance_number: min } = group.settings;
  changeDesired(world, group, Math.max(desired - 1, min), "MANNUAL");
}

function happensTo(world: World, requestBody: unknown, what: (server: Server) => void): void {
  const { group, instance } = memberOf(world, fieldsOf(requestBody, ["instance_id"]));
  if (instance.server !== null) what(instance.server);
  planAudit(world, group);
}

/** The ECS is deleted; the group finds out at its next health check. */
export function killInstance(world: World, requestBody: unknown): void {
  happensTo(world, requestBody, (server) => {
    world.deleteServer(server);
  });
}

/** The ECS is switched off; the group finds out at its next health check. */
export function stopInstance(world: World, requestBody: unknown): void {
  happensTo(world, requestBody, (server) => {
    server.status = "SHUTOFF";
  });
}

/** The ECS runs, but its load balancers get no answer from it: only `ELB_AUDIT` sees that. */
export function failHealthCheck(world: World, requestBody: unknown): void {
  happensTo(world, requestBody, (server) => {
    server.balancerHealthy = false;
  });
}

/** @param requestBody `protect` false takes the protection away */
export function protectInstance(world: World, requestBody: unknown): void {
  const body = fieldsOf(requestBody, ["instance_id", "protect"]);
  const { protect = true } = body;
  if (typeof protect !== "boolean") throw nonsense("protect must be true or false");
  memberOf(world, body).instance.protected = protect;
}

const FLAVOUR = "flavour";

/** No more ECSs of a flavour, in all AZs or in the given ones. */
export function sellOutFlavour(world: World, requestBody: unknown): void {
  const body = fieldsOf(requestBody, [FLAVOUR, "zones"]);
  const { zones = world.zones } = body;
  if (!Array.isArray(zones) || !zones.every((zone) => world.zones.includes(String(zone)))) {
    throw nonsense(`zones must be a list of ${world.zones.join(", ")}`);
  }
  world.soldOut.set(textOf(body, FLAVOUR), new Set(zones.map(String)));
}

/** The flavour is to be had again. */
export function restoreFlavour(world: World, requestBody: unknown): void {
  world.soldOut.delete(textOf(fieldsOf(requestBody, [FLAVOUR]), FLAVOUR));
}
