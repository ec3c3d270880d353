/** Everything the service holds, as plain JSON. */
import { hookDocument, suspensionDocument } from "./hook/representation";
import { groupDocument } from "./group/representation";
import { instanceDocument } from "./instance/list";
import { logDocument, outcomeLists } from "./log/document";
import type { Group, Instance, Server } from "./model";
import { getConfiguration } from "./configuration/representation";
import type { Message } from "./notification/model";
import { listTopics } from "./notification/topics";
import { executionLogDocument } from "./policy/log";
import type { Bandwidth, Policy } from "./policy/model";
import { policyDocument } from "./policy/representation";
import type { Quotas } from "./quota";
import { timestamp } from "./time";
import type { World } from "./world";

/** An ECS. */
export interface ServerSnapshot {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly flavour: string;
  readonly image: string;
  readonly disks: readonly object[];
  readonly tags: Readonly<Record<string, string>>;
}

/** An instance: what the API shows, and its ECS. */
export interface InstanceSnapshot {
  readonly document: object;
  readonly zone: string;
  readonly madeByAs: boolean;
  readonly server: ServerSnapshot | null;
}

/** A group: what the API shows, and what belongs to it. */
export interface GroupSnapshot {
  readonly id: string;
  readonly name: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly instances: readonly InstanceSnapshot[];
  readonly tags: Readonly<Record<string, string>>;
  /** Lifecycle hooks, as get shows them. */
  readonly hooks: readonly object[];
  /** What the hooks hold, the first held first, as the list of suspended instances shows it. */
  readonly suspensions: readonly object[];
  /** SMN topics and what they are told about. */
  readonly topics: readonly object[];
  /** Type of the running scaling action. */
  readonly activity: string | null;
  readonly cooldownUntil: string | null;
  /** As version 1 shows them, with their types and what else only version 2 shows; the oldest first. */
  readonly logs: readonly object[];
}

/** A policy: what version 2 of the API shows, and its execution logs. */
export interface PolicySnapshot {
  readonly id: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** The oldest first. */
  readonly logs: readonly object[];
}

/** The bandwidth of an elastic IP address. */
interface BandwidthSnapshot {
  readonly id: string;
  readonly shareType: string;
  readonly eipId: string;
  readonly eipAddress: string;
  /** Mbit/s. */
  readonly size: number;
  readonly cooldownUntil: string | null;
}

/** The whole state. */
export interface Snapshot {
  readonly now: string;
  readonly groups: readonly GroupSnapshot[];
  readonly configurations: readonly object[];
  readonly policies: readonly PolicySnapshot[];
  readonly bandwidths: readonly BandwidthSnapshot[];
  /** Ids of registered alarm rules. */
  readonly alarms: readonly string[];
  /** ECSs that are in no group. */
  readonly servers: readonly ServerSnapshot[];
  /** What was sent to SMN topics, the oldest first. */
  readonly messages: readonly Message[];
  /** Ids of ECSs that were deleted, the first deleted first. */
  readonly deletedServers: readonly string[];
  readonly quotas: Readonly<Quotas>;
}

const serverSnapshot = ({
  createTime: _createTime,
  balancerHealthy: _health,
  tags,
  ...server
}: Server): ServerSnapshot => ({
  ...server,
  tags: Object.fromEntries(tags),
});

const instanceSnapshot = (world: World, group: Group, instance: Instance): InstanceSnapshot => ({
  document: instanceDocument(world, group, instance),
  zone: instance.zone,
  madeByAs: instance.madeFrom !== null,
  server: instance.server === null ? null : serverSnapshot(instance.server),
});

const groupSnapshot = (world: World, group: Group): GroupSnapshot => ({
  id: group.id,
  name: group.settings.scaling_group_name,
  document: groupDocument(world, group),
  instances: group.instances.map((instance) => instanceSnapshot(world, group, instance)),
  tags: Object.fromEntries(group.tags),
  hooks: [...group.hooks.values()].map((hook) => hookDocument(world, hook)),
  suspensions: group.suspensions.map((suspension) => suspensionDocument(group, suspension)),
  ...listTopics(group),
  activity: group.action?.type ?? null,
  cooldownUntil: group.cooldownUntil === null ? null : timestamp(group.cooldownUntil),
  logs: group.logs.map((log) => ({
    type: log.type,
    ...logDocument(log, world.variants),
    ...outcomeLists(log, world.variants),
  })),
});

const policySnapshot = (world: World, policy: Policy): PolicySnapshot => ({
  id: policy.id,
  document: policyDocument(world, policy, "v2"),
  logs: policy.logs.map((log) => executionLogDocument(world, policy, log)),
});

const bandwidthSnapshot = ({ cooldownUntil, ...bandwidth }: Bandwidth): BandwidthSnapshot => ({
  ...bandwidth,
  cooldownUntil: cooldownUntil === null ? null : timestamp(cooldownUntil),
});

/** A copy: later changes do not show in it. */
export function takeSnapshot(world: World): Snapshot {
  const snapshot: Snapshot = {
    now: world.clock.now().toISOString(),
    groups: [...world.groups.values()].map((group) => groupSnapshot(world, group)),
    configurations: [...world.configurations.values()].map((configuration) =>
      getConfiguration(world, configuration),
    ),
    policies: [...world.policies.values()].map((policy) => policySnapshot(world, policy)),
    bandwidths: [...world.bandwidths.values()].map(bandwidthSnapshot),
    alarms: [...world.alarms].filter((id) => world.alarmExists(id)),
    servers: [...world.servers.values()]
      .filter(({ id }) => world.membership(id) === undefined)
      .map(serverSnapshot),
    messages: world.messages,
    deletedServers: world.deletedServers,
    quotas: world.quotas,
  };
  return structuredClone(snapshot);
}
