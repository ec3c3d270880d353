/** The two kinds of resource that policies act upon: whether they can, from where to where, and what follows. */
import type { ChangeReason, Group } from "../model";
import { refuse, type AsRefusal } from "../refusal";
import { changeDesired } from "../scaling/desired";
import { look } from "../scaling/engine";
import { POLICY_START_DELAY_MS } from "../scaling/timing";
import type { World } from "../world";
import { HIGHEST_BANDWIDTH } from "./action-fields";
import { toBandwidthStep, type Position } from "./arithmetic";
import type { Bandwidth, ExecuteType, Policy } from "./model";

function coolsDown(world: World, cooldownUntil: Date | null): boolean {
  return cooldownUntil !== null && world.clock.now() < cooldownUntil;
}

const stillCoolingDown = (): AsRefusal => refuse("AS.0026", "the cooldown is not over");

/** Why nobody but a person can scale a group at present. AS.3027, AS.0034, AS.0026. */
export function groupRefusal(world: World, group: Group, executeType: ExecuteType): AsRefusal | undefined {
  if (group.status !== "INSERVICE") return refuse("AS.3027", `AS group ${group.id} is not in service`);
  if (group.action !== null) return refuse("AS.0034", `AS group ${group.id} is scaling`);
  const isRefused = executeType === "ALARM" && coolsDown(world, group.cooldownUntil);
  return isRefused ? stillCoolingDown() : undefined;
}

/** Scales a group as a policy does. */
export function scaleGroup(
  world: World,
  group: Group,
  desired: number,
  executeType: ExecuteType,
  policy?: Policy,
): void {
  const reason: ChangeReason["change_reason"] = executeType === "MANUAL" ? "MANNUAL" : executeType;
  changeDesired(
    world,
    group,
    desired,
    reason,
    policy && {
      policy: { scaling_policy_name: policy.settings.scaling_policy_name, scaling_policy_id: policy.id },
      cooldownSeconds: policy.settings.cool_down_time,
    },
  );
  look(world, group, POLICY_START_DELAY_MS);
}

/** What a policy scales. */
export interface Target {
  readonly position: Position;
  /** The code for an ADD at the upper bound. */
  readonly fullCode: "AS.0050" | "AS.3040";
  /** The value that is possible and nearest to a wanted one. */
  readonly fit: (value: number) => number;
  readonly refusal: AsRefusal | undefined;
  /** Carried out when a run begins. */
  readonly begin: (value: number) => void;
  /** Carried out when a run ends. */
  readonly finish: (value: number) => void;
}

function groupTarget(world: World, policy: Policy, group: Group, executeType: ExecuteType): Target {
  const {
    desire_instance_number: value,
    min_instance_number: min,
    max_instance_number: max,
  } = group.settings;
  return {
    position: { value, base: group.instances.length, min, max },
    fullCode: "AS.0050",
    fit: (wanted) => wanted,
    refusal: groupRefusal(world, group, executeType),
    begin: (desired) => {
      scaleGroup(world, group, desired, executeType, policy);
    },
    finish: () => undefined,
  };
}

/** AS.3038, AS.0026. */
function bandwidthRefusal(
  world: World,
  bandwidth: Bandwidth,
  executeType: ExecuteType,
): AsRefusal | undefined {
  const busy = [...world.policies.values()].find(
    ({ executing, settings }) => executing && settings.scaling_resource_type === "BANDWIDTH",
  );
  if (busy !== undefined) return refuse("AS.3038", `bandwidth scaling policy ${busy.id} is executing`);
  const isRefused = executeType === "ALARM" && coolsDown(world, bandwidth.cooldownUntil);
  return isRefused ? stillCoolingDown() : undefined;
}

function bandwidthTarget(
  world: World,
  { settings }: Policy,
  bandwidth: Bandwidth,
  executeType: ExecuteType,
): Target {
  const { operation, limits } = settings.action;
  return {
    position: {
      value: bandwidth.size,
      base: bandwidth.size,
      min: operation === "REDUCE" ? (limits ?? 1) : 1,
      max: operation === "ADD" ? (limits ?? HIGHEST_BANDWIDTH) : HIGHEST_BANDWIDTH,
    },
    fullCode: "AS.3040",
    fit: toBandwidthStep,
    refusal: bandwidthRefusal(world, bandwidth, executeType),
    begin: () => undefined,
    finish: (size) => {
      bandwidth.size = size;
      bandwidth.cooldownUntil = new Date(world.clock.now().getTime() + settings.cool_down_time * 1000);
    },
  };
}

/** What a policy scales; undefined when it is gone, which happens to bandwidths only. */
export function targetOf(world: World, policy: Policy, executeType: ExecuteType): Target | undefined {
  const { scaling_resource_id: id } = policy.settings;
  const group = world.groups.get(id);
  if (group !== undefined) return groupTarget(world, policy, group, executeType);
  const bandwidth = world.bandwidths.get(id);
  return bandwidth && bandwidthTarget(world, policy, bandwidth, executeType);
}
