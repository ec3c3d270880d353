/** Objects by their id. A missing one is refused in different ways, see the variants `missing` and `missingParent`. */
import type { LifecycleHook } from "./hook/model";
import type { Configuration, Group, Instance } from "./model";
import type { Policy } from "./policy/model";
import { AsRefusal, refuse } from "./refusal";
import type { World } from "./world";

const MISSING_IN_PATH = "AS.0007";

function missing(world: World, code: string, what: string): AsRefusal {
  return world.variants.missing === "404"
    ? new AsRefusal(404, MISSING_IN_PATH, `${what} does not exist`)
    : refuse(code, `${what} does not exist`);
}

/** The group that the path of a call addresses. */
export function group(world: World, id: string): Group {
  const found = world.groups.get(id);
  if (found === undefined) throw missing(world, "AS.2007", `AS group ${id}`);
  return found;
}

/** The group whose instances, tags, logs or quotas a call is about. */
export function parentGroup(world: World, id: string, call: "instance" | "other" = "other"): Group {
  const found = world.groups.get(id);
  if (found !== undefined) return found;
  const { missingParent } = world.variants;
  if (missingParent === "404") throw new AsRefusal(404, MISSING_IN_PATH, `AS group ${id} does not exist`);
  const code = call === "instance" ? missingParent : "AS.2007";
  throw refuse(code, `AS group ${id} does not exist`);
}

/** The configuration that the path of a call addresses. */
export function configuration(world: World, id: string): Configuration {
  const found = world.configurations.get(id);
  if (found === undefined) throw missing(world, "AS.1004", `AS configuration ${id}`);
  return found;
}

/** The policy that the path of a call addresses. */
export function policy(world: World, id: string): Policy {
  const found = world.policies.get(id);
  if (found === undefined) throw missing(world, "AS.3020", `AS policy ${id}`);
  return found;
}

/** The same for calls of version 1 that know policies of groups only. */
export function groupPolicy(world: World, id: string): Policy {
  const found = policy(world, id);
  if (found.settings.scaling_resource_type === "SCALING_GROUP") return found;
  throw missing(world, "AS.3020", `AS policy ${id} of a group`);
}

/** The policy whose execution logs a call is about. */
export function parentPolicy(world: World, id: string): Policy {
  const found = world.policies.get(id);
  if (found !== undefined) return found;
  if (world.variants.missingParent === "404") {
    throw new AsRefusal(404, MISSING_IN_PATH, `AS policy ${id} does not exist`);
  }
  throw refuse("AS.3020", `AS policy ${id} does not exist`);
}

/** The hook that the path of a call addresses by its name. There is no code of its own for a missing one. */
export function hook({ hooks }: Group, name: string): LifecycleHook {
  const found = hooks.get(name);
  if (found === undefined) throw new AsRefusal(404, MISSING_IN_PATH, `lifecycle hook ${name} does not exist`);
  return found;
}

/** The member that the path of a call addresses by the id of its ECS. */
export function member(
  world: World,
  serverId: string,
): { readonly group: Group; readonly instance: Instance } {
  const found = world.membership(serverId);
  if (found === undefined) throw missing(world, "AS.4006", `instance ${serverId} of an AS group`);
  return found;
}
