/** What there is at a glance: far less than a snapshot, and cheap enough to be taken twice a second. */
import { currentNumber } from "./group/representation";
import type { ActionLog, Group, Instance } from "./model";
import { failureDetail } from "./scaling/failure";
import { timestamp } from "./time";
import type { World } from "./world";

/** An instance. */
export interface InstanceOverview {
  /** Of the ECS; null while AS still waits for it. */
  readonly id: string | null;
  readonly name: string;
  readonly zone: string;
  readonly state: Instance["lifeCycleState"];
  readonly health: Instance["healthStatus"];
  readonly protected: boolean;
  /** Name of the AS configuration; null for an instance that was added by hand. */
  readonly configuration: string | null;
}

/** A group. */
export interface GroupOverview {
  readonly id: string;
  readonly name: string;
  readonly status: Group["status"];
  /** Text of the last failure. */
  readonly detail: string | null;
  /** Type of the running scaling action. */
  readonly activity: ActionLog["type"] | null;
  /** Null when none goes on. */
  readonly cooldownUntil: string | null;
  readonly min: number;
  readonly desired: number;
  readonly max: number;
  /** `current_instance_number`. */
  readonly current: number;
  /** AZs of the group, and those in which it has instances all the same. */
  readonly zones: readonly string[];
  readonly configuration: string | null;
  readonly instances: readonly InstanceOverview[];
  readonly tags: Readonly<Record<string, string>>;
  readonly hooks: readonly string[];
  readonly policies: readonly string[];
}

/** A scaling action. */
export interface ActionOverview {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly type: ActionLog["type"];
  readonly status: ActionLog["status"];
  readonly start: string;
  readonly end: string | null;
  /** Number of instances at its start. */
  readonly instances: number;
  readonly desired: number;
  /** Why the desired number moved, without repetition; `MANNUAL` is spelt so by the service. */
  readonly reasons: readonly string[];
  readonly added: number;
  /** Removed or deleted. */
  readonly removed: number;
  /** Code and text of the failures, without repetition. */
  readonly failures: readonly string[];
}

/** All groups, and the newest scaling actions. */
export interface Overview {
  readonly groups: readonly GroupOverview[];
  /** The newest first. */
  readonly actions: readonly ActionOverview[];
}

const instanceOverview = (instance: Instance): InstanceOverview => ({
  id: instance.server?.id ?? null,
  name: instance.name,
  zone: instance.zone,
  state: instance.lifeCycleState,
  health: instance.healthStatus,
  protected: instance.protected,
  configuration: instance.madeFrom?.name ?? null,
});

function cooldownUntil({ clock }: World, { cooldownUntil: end }: Group): string | null {
  return end === null || end <= clock.now() ? null : timestamp(end);
}

const groupOverview = (world: World, group: Group, policies: readonly string[]): GroupOverview => ({
  id: group.id,
  name: group.settings.scaling_group_name,
  status: group.status,
  detail: group.detail,
  activity: group.action?.type ?? null,
  cooldownUntil: cooldownUntil(world, group),
  min: group.settings.min_instance_number,
  desired: group.settings.desire_instance_number,
  max: group.settings.max_instance_number,
  current: currentNumber(group, world.variants),
  zones: [...new Set([...group.settings.available_zones, ...group.instances.map(({ zone }) => zone)])],
  configuration: world.configurations.get(group.settings.scaling_configuration_id)?.name ?? null,
  instances: group.instances.map(instanceOverview),
  tags: Object.fromEntries(group.tags),
  hooks: [...group.hooks.keys()],
  policies,
});

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const actionOverview = (group: Group, log: ActionLog): ActionOverview => ({
  id: log.id,
  groupId: group.id,
  groupName: group.settings.scaling_group_name,
  type: log.type,
  status: log.status,
  start: timestamp(log.startTime),
  end: log.endTime === null ? null : timestamp(log.endTime),
  instances: log.instanceValue,
  desired: log.desireValue,
  reasons: unique(log.reasons.map((reason) => reason.change_reason)),
  added: log.added.length,
  removed: log.removed.length + log.deleted.length,
  failures: unique(log.failed.flatMap(({ failure }) => (failure === null ? [] : [failureDetail(failure)]))),
});

function policyNames(world: World): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { settings } of world.policies.values()) {
    const list = names.get(settings.scaling_resource_id) ?? [];
    names.set(settings.scaling_resource_id, list);
    list.push(settings.scaling_policy_name);
  }
  return names;
}

/** @param actionLimit how many scaling actions at most */
export function takeOverview(world: World, actionLimit: number): Overview {
  const groups = [...world.groups.values()];
  const policies = policyNames(world);
  const newest = groups
    .flatMap((group) => group.logs.slice(-actionLimit).map((log) => ({ group, log })))
    .sort((one, other) => other.log.startTime.getTime() - one.log.startTime.getTime())
    .slice(0, actionLimit);
  return {
    groups: groups.map((group) => groupOverview(world, group, policies.get(group.id) ?? [])),
    actions: newest.map(({ group, log }) => actionOverview(group, log)),
  };
}
