/** What the service holds. Settings have the names of the API, because they are its documents. */
import type { LifecycleHook, Suspension } from "./hook/model";
import type { Scene } from "./notification/model";
import type { ActionFailure } from "./scaling/failure";
import type { Tasks } from "./tasks";

/** The documented statuses of an AS group. */
export const GROUP_STATUSES = ["INSERVICE", "PAUSED", "ERROR", "DELETING"] as const;
/** One of {@link GROUP_STATUSES}. */
export type GroupStatus = (typeof GROUP_STATUSES)[number];

/** A subnet of a group. */
export interface Network {
  readonly id: string;
  readonly ipv6_enable: boolean;
  readonly ipv6_bandwidth: { readonly id: string } | null;
}

/** A backend server group that the instances of a group join. */
export interface LbaasListener {
  readonly pool_id: string;
  readonly protocol_port: number;
  readonly weight: number;
}

/** The fields of a group that can be modified. Unset texts are empty, unset lists too. */
export interface GroupSettings {
  readonly scaling_group_name: string;
  readonly scaling_configuration_id: string;
  readonly desire_instance_number: number;
  readonly min_instance_number: number;
  readonly max_instance_number: number;
  /** Seconds. */
  readonly cool_down_time: number;
  /** Listener ids, separated by commas. */
  readonly lb_listener_id: string;
  readonly lbaas_listeners: readonly LbaasListener[];
  readonly available_zones: readonly string[];
  readonly networks: readonly Network[];
  readonly security_groups: readonly { readonly id: string }[];
  readonly health_periodic_audit_method: "ELB_AUDIT" | "NOVA_AUDIT";
  /** Minutes; 0 means ten seconds. */
  readonly health_periodic_audit_time: number;
  /** Seconds. */
  readonly health_periodic_audit_grace_period: number;
  readonly instance_terminate_policy: TerminatePolicy;
  readonly notifications: readonly "EMAIL"[];
  readonly delete_publicip: boolean;
  readonly delete_volume: boolean;
  readonly enterprise_project_id: string;
  readonly multi_az_priority_policy: "EQUILIBRIUM_DISTRIBUTE" | "PICK_FIRST";
  readonly description: string;
}

/** Which instance leaves first. */
export const TERMINATE_POLICIES = [
  "OLD_CONFIG_OLD_INSTANCE",
  "OLD_CONFIG_NEW_INSTANCE",
  "OLD_INSTANCE",
  "NEW_INSTANCE",
] as const;
/** One of {@link TERMINATE_POLICIES}. */
export type TerminatePolicy = (typeof TERMINATE_POLICIES)[number];

/** An ECS. */
export interface Server {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly flavour: string;
  readonly image: string;
  readonly disks: readonly Disk[];
  readonly createTime: Date;
  readonly tags: Map<string, string>;
  status: "BUILD" | "ACTIVE" | "SHUTOFF" | "DELETED";
  /** What its load balancers think of it. */
  balancerHealthy: boolean;
}

/** What is left of a configuration in an instance that was made from it, even when it is deleted. */
interface ConfigurationTrace {
  readonly id: string;
  readonly name: string;
  readonly createTime: Date;
}

/** The documented life cycle states of an instance, and those of one that a lifecycle hook holds. */
export const LIFE_CYCLE_STATES = [
  "INSERVICE",
  "PENDING",
  "REMOVING",
  "PENDING_WAIT",
  "REMOVING_WAIT",
] as const;
/** The documented health statuses of an instance. */
export const HEALTH_STATUSES = ["INITIALIZING", "NORMAL", "ERROR"] as const;

/** A member of a group. */
export interface Instance {
  readonly name: string;
  readonly zone: string;
  /** Null for an instance that was added by hand. */
  readonly madeFrom: ConfigurationTrace | null;
  /** When it joined the group. */
  readonly createTime: Date;
  /** Null while AS still waits for the ECS. */
  server: Server | null;
  lifeCycleState: (typeof LIFE_CYCLE_STATES)[number];
  healthStatus: (typeof HEALTH_STATUSES)[number];
  inServiceSince: Date | null;
  protected: boolean;
}

/** Why the desired number moved. The policy fields are there when a policy moved it. */
export interface ChangeReason {
  /** `MANNUAL` is spelt so by the service. */
  readonly change_reason: "MANNUAL" | "DIFF" | "ALARM" | "SCHEDULED" | "RECURRENCE";
  readonly old_value: number;
  readonly new_value: number;
  readonly change_time: string;
  readonly scaling_policy_name?: string;
  readonly scaling_policy_id?: string;
}

/** The kinds of scaling action. */
export const ACTION_TYPES = [
  "NORMAL",
  "MANUAL_ADD",
  "MANUAL_REMOVE",
  "MANUAL_DELETE",
  "ELB_CHECK_DELETE",
  "AUDIT_CHECK_DELETE",
  "DIFF",
  "MODIFY_ELB",
] as const;
/** One of {@link ACTION_TYPES}. */
export type ActionType = (typeof ACTION_TYPES)[number];

/** How far a scaling action is. */
export const ACTION_STATUSES = ["SUCCESS", "FAIL", "DOING"] as const;

/** An instance in the log of a scaling action. */
export interface LoggedInstance {
  readonly name: string;
  /** Of the ECS; empty when there was none. */
  readonly id: string;
  readonly failure: ActionFailure | null;
}

/** A load balancer in the log of a scaling action: a classic listener by its id, or a backend server group. */
export interface LoggedBalancer {
  readonly balancer: string | LbaasListener;
  readonly failure: ActionFailure | null;
}

/** What happened to the load balancers of the instances. */
export interface BalancerExchange {
  readonly bound: readonly LoggedBalancer[];
  readonly unbound: readonly LoggedBalancer[];
}

/** The record of a scaling action; the newest one of a group may still be running. */
export interface ActionLog {
  readonly id: string;
  readonly type: ActionType;
  readonly startTime: Date;
  readonly instanceValue: number;
  readonly desireValue: number;
  readonly scalingValue: number;
  /** None when only load balancers change. */
  readonly reasons: readonly ChangeReason[];
  endTime: Date | null;
  status: (typeof ACTION_STATUSES)[number];
  readonly added: LoggedInstance[];
  readonly removed: LoggedInstance[];
  readonly deleted: LoggedInstance[];
  /** Instances that could not be created or did not get in. */
  readonly failed: LoggedInstance[];
  /** When it has been carried out. */
  exchange: BalancerExchange | null;
}

/** An AS group. */
export interface Group {
  readonly id: string;
  readonly vpcId: string;
  readonly createTime: Date;
  readonly tags: Map<string, string>;
  /** Members in the order in which they joined. */
  readonly instances: Instance[];
  /** The oldest first. */
  readonly logs: ActionLog[];
  readonly hooks: Map<string, LifecycleHook>;
  /** URNs of SMN topics and the events that they are told about. */
  readonly topics: Map<string, readonly Scene[]>;
  readonly tasks: Tasks;
  settings: GroupSettings;
  status: GroupStatus;
  /** Text of the last failure; null when the last scaling action was good. */
  detail: string | null;
  /** Instances that hooks hold, the first held first. */
  suspensions: Suspension[];
  /** The running scaling action. */
  action: ActionLog | null;
  /** The next look at the difference between actual and desired number. */
  nextLook: { readonly due: number; readonly cancel: () => void } | null;
  /** The next health check that has something to judge. */
  nextAudit: (() => void) | null;
  /** Changes of the desired number that no scaling action has taken up yet. */
  readonly reasons: ChangeReason[];
  /** Seconds of the cooldown after the next scaling action, when a policy asked for it. */
  policyCooldown: number | null;
  /** Until then requests of alarm policies are refused. */
  cooldownUntil: Date | null;
}

/** An AS configuration; `instanceConfig` is what the API shows, without the password. */
export interface Configuration {
  readonly id: string;
  readonly name: string;
  readonly createTime: Date;
  readonly instanceConfig: InstanceConfig;
  readonly hasPassword: boolean;
}

/** A disk of an AS configuration, as it was written. */
export type Disk = Readonly<Record<string, unknown>> & {
  readonly size: number;
  readonly volume_type: string;
  readonly disk_type: "SYS" | "DATA";
};

/** The template of an ECS. */
export interface InstanceConfig {
  /** The ECS that served as a template. */
  readonly instance_id: string;
  /** Flavour ids, separated by commas. */
  readonly flavorRef: string;
  readonly imageRef: string;
  readonly disk: readonly Disk[];
  readonly key_name: string;
  readonly personality: readonly { readonly path: string; readonly content: string }[];
  readonly public_ip: Readonly<Record<string, unknown>> | null;
  readonly user_data: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly security_groups: readonly { readonly id: string }[];
  readonly market_type: string;
  readonly multi_flavor_priority_policy: string;
}
