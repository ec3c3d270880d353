/** Creating, modifying and deleting AS policies. */
import { checkNotDeleting } from "../group/status";
import { refuse } from "../refusal";
import { Tasks } from "../tasks";
import { bodyObject } from "../value";
import type { World } from "../world";
import type { ApiVersion } from "./action-fields";
import { readPolicySettings } from "./fields";
import type { Policy, PolicySettings } from "./model";
import { planLaunch } from "./trigger";

/** AS.2007, AS.3042, and the refusal of a group that is being deleted. */
function checkResource(
  world: World,
  { scaling_resource_type: type, scaling_resource_id: id }: PolicySettings,
  version: ApiVersion,
): void {
  if (type === "BANDWIDTH") {
    if (!world.bandwidths.has(id)) throw refuse("AS.3042", `bandwidth ${id} does not exist`);
    return;
  }
  const group = world.groups.get(id);
  if (group === undefined) {
    throw refuse(version === "v1" ? "AS.2007" : "AS.3042", `AS group ${id} does not exist`);
  }
  checkNotDeleting(group, world.variants);
}

/** AS.3030, AS.3034. @param policy undefined on create */
function checkAlarm(
  world: World,
  { alarm_id: alarm, scaling_resource_id: resource }: PolicySettings,
  policy?: Policy,
): void {
  if (alarm === "") return;
  if (!world.alarmExists(alarm)) throw refuse("AS.3030", `alarm rule ${alarm} does not exist`);
  const isTaken = [...world.policies.values()].some(
    (other) =>
      other !== policy &&
      other.settings.alarm_id === alarm &&
      other.settings.scaling_resource_id !== resource,
  );
  if (isTaken) throw refuse("AS.3034", `alarm rule ${alarm} is used for another resource`);
}

/** AS.3032. Bandwidth policies count for the project as a whole. */
function checkQuota(
  world: World,
  { scaling_resource_type: type, scaling_resource_id: id }: PolicySettings,
): void {
  const { policies, bandwidthPolicies } = world.quotas;
  const isFull =
    type === "BANDWIDTH"
      ? countBandwidthPolicies(world) >= bandwidthPolicies
      : world.policiesOf(id).length >= policies;
  if (isFull) throw refuse("AS.3032", "there are as many AS policies as the quota allows");
}

/** A policy counts even when its bandwidth is gone. */
export const countBandwidthPolicies = ({ policies }: World): number =>
  [...policies.values()].filter(({ settings }) => settings.scaling_resource_type === "BANDWIDTH").length;

/** Creates a policy, enabled, and returns its id. */
export function createPolicy(
  world: World,
  requestBody: unknown,
  version: ApiVersion,
): { scaling_policy_id: string } {
  const settings = readPolicySettings(world, bodyObject(requestBody), version);
  checkResource(world, settings, version);
  checkAlarm(world, settings);
  checkQuota(world, settings);
  const policy: Policy = {
    id: world.random.uuid(),
    createTime: world.clock.now(),
    tasks: new Tasks(world.clock),
    logs: [],
    settings,
    paused: false,
    executing: false,
    cancelLaunch: () => undefined,
  };
  world.policies.set(policy.id, policy);
  planLaunch(world, policy);
  return { scaling_policy_id: policy.id };
}

/** Modifies a policy and returns its id. AS.3038 while it executes. */
export function modifyPolicy(
  world: World,
  policy: Policy,
  requestBody: unknown,
  version: ApiVersion,
): { scaling_policy_id: string } {
  const { settings: before } = policy;
  const after = readPolicySettings(world, bodyObject(requestBody), version, before);
  const moves = after.scaling_resource_id !== before.scaling_resource_id;
  checkResource(world, after, version);
  if (moves || after.alarm_id !== before.alarm_id) checkAlarm(world, after, policy);
  if (policy.executing) throw refuse("AS.3038", `AS policy ${policy.id} is executing`);
  if (moves) checkQuota(world, after);
  policy.settings = after;
  planLaunch(world, policy);
  return { scaling_policy_id: policy.id };
}

/** Deletes a policy. A group's goes even while it executes, a bandwidth's does not. AS.3038. */
export function deletePolicy(world: World, policy: Policy): void {
  if (policy.executing && policy.settings.scaling_resource_type === "BANDWIDTH") {
    throw refuse("AS.3038", `AS policy ${policy.id} is executing`);
  }
  world.deletePolicy(policy);
}
