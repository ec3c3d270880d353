/** The whole state of the simulated service. */
import type { SimulatedClock } from "../clock";
import type { Configuration, Group, Instance, Server } from "./model";
import type { Message } from "./notification/model";
import type { Bandwidth, Policy } from "./policy/model";
import { defaultQuotas, type Quotas } from "./quota";
import { seededRandom, type Random } from "./random";
import type { PlannedFailure } from "./scaling/failure";
import { defaultVariants, type Variants } from "./variants";

/** How the service is set up. */
export interface AsServiceOptions {
  readonly projectId: string;
  readonly region: string;
  /** Availability zones of the region. */
  readonly zones: readonly string[];
  readonly clock: SimulatedClock;
  /** @default - the documented quotas */
  readonly quotas?: Partial<Quotas>;
  /** @default - the first reading of each point in `variantNames` */
  readonly variants?: Partial<Variants>;
  /**
   * The same seed gives the same ids and names.
   *
   * @default 1
   */
  readonly seed?: number;
}

/** Kinds of foreign objects that the service knows by id only. */
export const REFERENCE_KINDS = [
  "vpc",
  "network",
  "security_group",
  "listener",
  "pool",
  "enterprise_project",
  "image",
  "flavour",
  "key_pair",
  "topic",
  "alarm",
] as const;
/** One of {@link REFERENCE_KINDS}. */
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** The state; {@link World.reset} brings back the beginning. */
export class World {
  readonly projectId: string;
  readonly zones: readonly string[];
  readonly clock: SimulatedClock;
  readonly variants: Variants;
  /** The oldest first, as all maps here. */
  readonly groups = new Map<string, Group>();
  readonly configurations = new Map<string, Configuration>();
  /** All ECSs of the project, in groups or not. */
  readonly servers = new Map<string, Server>();
  readonly policies = new Map<string, Policy>();
  readonly bandwidths = new Map<string, Bandwidth>();
  /** Alarm rules that are known by name; without any, every well-formed id is one. */
  readonly alarms = new Set<string>();
  /** What was sent to SMN topics, the oldest first. */
  readonly messages: Message[] = [];
  readonly deletedServers: string[] = [];
  /** Failures that wait for a scaling action to hit. */
  readonly plannedFailures: PlannedFailure[] = [];
  /** Zones in which a flavour is sold out. */
  readonly soldOut = new Map<string, ReadonlySet<string>>();
  quotas: Quotas;
  random: Random;
  private readonly forgotten = new Set<string>();
  private readonly options: AsServiceOptions;

  constructor(options: AsServiceOptions) {
    this.options = options;
    this.projectId = options.projectId;
    this.zones = options.zones;
    this.clock = options.clock;
    this.variants = { ...defaultVariants(), ...options.variants };
    this.quotas = this.initialQuotas();
    this.random = this.initialRandom();
  }

  reset(): void {
    for (const { tasks } of [...this.groups.values(), ...this.policies.values()]) tasks.cancelAll();
    const { groups, configurations, servers, policies, bandwidths, alarms, soldOut, forgotten } = this;
    for (const part of [groups, configurations, servers, policies, bandwidths, alarms, soldOut, forgotten]) {
      part.clear();
    }
    this.messages.length = 0;
    this.deletedServers.length = 0;
    this.plannedFailures.length = 0;
    this.quotas = this.initialQuotas();
    this.random = this.initialRandom();
  }

  /** From now on nothing of this kind and id exists. */
  forget(kind: ReferenceKind, id: string): void {
    this.forgotten.add(`${kind} ${id}`);
  }

  /** An alarm rule is there, even if it was gone before. */
  registerAlarm(id: string): void {
    this.alarms.add(id);
    this.forgotten.delete(`alarm ${id}`);
  }

  alarmExists(id: string): boolean {
    return this.exists("alarm", id) && (this.alarms.size === 0 || this.alarms.has(id));
  }

  /** Everything exists that was not declared missing. */
  exists(kind: ReferenceKind, id: string): boolean {
    return !this.forgotten.has(`${kind} ${id}`);
  }

  /** The group that an ECS belongs to. */
  membership(serverId: string): { readonly group: Group; readonly instance: Instance } | undefined {
    for (const group of this.groups.values()) {
      const instance = group.instances.find(({ server }) => server?.id === serverId);
      if (instance !== undefined) return { group, instance };
    }
    return undefined;
  }

  deleteServer(server: Server): void {
    if (!this.servers.delete(server.id)) return;
    server.status = "DELETED";
    this.deletedServers.push(server.id);
  }

  deletePolicy(policy: Policy): void {
    policy.tasks.cancelAll();
    this.policies.delete(policy.id);
  }

  /** The policies of a group or of a bandwidth, the oldest first. */
  policiesOf(resourceId: string): Policy[] {
    return [...this.policies.values()].filter(({ settings }) => settings.scaling_resource_id === resourceId);
  }

  /** The group is gone, and with it its tags, hooks, policies, logs and whatever was still to happen in it. */
  deleteGroup(group: Group): void {
    for (const policy of this.policiesOf(group.id)) this.deletePolicy(policy);
    group.tasks.cancelAll();
    this.groups.delete(group.id);
  }

  private initialQuotas(): Quotas {
    return { ...defaultQuotas, ...this.options.quotas };
  }

  private initialRandom(): Random {
    return seededRandom(this.options.seed ?? 1);
  }
}
