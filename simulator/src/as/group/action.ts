/** Enabling (resume) and disabling (pause) an AS group. */
import { checkConfigurationUsable } from "../configuration/usable";
import type { Group } from "../model";
import { refuse } from "../refusal";
import { look, planAudit } from "../scaling/engine";
import { bodyObject, oneOf } from "../value";
import type { World } from "../world";
import { checkAllReferences } from "./references";
import { checkNotDeleting, wrongStatus } from "./status";

const readAction = oneOf("AS.2008", "action", ["resume", "pause"]);

function repeated(world: World, group: Group): void {
  if (world.variants.repeatedAction === "refuse") throw wrongStatus(group, world.variants);
}

function resume(world: World, group: Group): void {
  if (group.status === "INSERVICE") {
    repeated(world, group);
    return;
  }
  const configuration = world.configurations.get(group.settings.scaling_configuration_id);
  if (configuration === undefined) throw refuse("AS.2018", `AS group ${group.id} has no AS configuration`);
  checkAllReferences(world, group);
  checkConfigurationUsable(world, configuration, group.settings.available_zones);
  const isShort = group.settings.desire_instance_number > group.instances.length;
  if (isShort && world.servers.size >= world.quotas.servers) {
    throw refuse("AS.7111", "the ECS quota of the project is used up");
  }
  group.status = "INSERVICE";
  planAudit(world, group);
  look(world, group);
}

function pause(world: World, group: Group): void {
  if (group.status === "PAUSED") {
    repeated(world, group);
    return;
  }
  group.status = "PAUSED";
}

/** Carries out `{"action":"resume"|"pause"}`. */
export function actOnGroup(world: World, group: Group, requestBody: unknown): void {
  const action = readAction(bodyObject(requestBody)["action"]);
  checkNotDeleting(group, world.variants);
  if (action === "resume") resume(world, group);
  else pause(world, group);
}
