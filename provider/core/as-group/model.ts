/**
 * The AS group as this package sees it: the API's own words in camelCase.
 *
 * The service writes "nothing there" in four ways (null, absent, empty string, empty list). Here an empty
 * list is `[]` and any other empty value is absent, so that no comparison has to know about it.
 */

/** One of the known words, or one that the service may add tomorrow. */
export type Open<Known extends string> = Known | (string & Record<never, never>);

/**
 * `INSERVICE`: scales. `PAUSED`: starts nothing. `ERROR`: a scaling action failed for a reason that needs repair.
 * `DELETING`: forced deletion under way.
 */
export type ScalingGroupStatus = Open<"INSERVICE" | "PAUSED" | "ERROR" | "DELETING">;

/** How AS decides that an instance is unhealthy. */
export type HealthPeriodicAuditMethod = "NOVA_AUDIT" | "ELB_AUDIT";

/** Which instance leaves first in a scale-in. */
export type InstanceTerminatePolicy =
  "OLD_CONFIG_OLD_INSTANCE" | "OLD_CONFIG_NEW_INSTANCE" | "OLD_INSTANCE" | "NEW_INSTANCE";

/** How new instances are spread over the availability zones. */
export type MultiAzPriorityPolicy = "EQUILIBRIUM_DISTRIBUTE" | "PICK_FIRST";

/** What the running scaling action does. */
export type ActivityType = Open<
  | "NORMAL"
  | "MANUAL_ADD"
  | "MANUAL_REMOVE"
  | "MANUAL_DELETE"
  | "ELB_CHECK_DELETE"
  | "AUDIT_CHECK_DELETE"
  | "DIFF"
  | "MODIFY_ELB"
>;

/** Another object of the cloud. */
export interface Reference {
  /** Its ID. */
  readonly id: string;
}

/** A subnet that instances are attached to. */
export interface Network {
  /** Network ID of a subnet in the group's VPC. */
  readonly id: string;
  /** Give instances an IPv6 address from this subnet. */
  readonly ipv6Enable: boolean;
  /** Shared bandwidth of the IPv6 addresses; only with `ipv6Enable`. */
  readonly ipv6Bandwidth?: Reference;
}

/** A backend server group that instances join. */
export interface LbaasListener {
  /** Backend server group (pool) ID. */
  readonly poolId: string;
  /** Port on which instances serve, 1 to 65535. */
  readonly protocolPort: number;
  /** Share of the requests, 0 to 100; 0 takes no new requests. */
  readonly weight: number;
}

/** A backend server group of a live group. */
export interface LiveLbaasListener extends LbaasListener {
  /** Listener that the service found for the pool. */
  readonly listenerId?: string;
}

/** The live group, as the query operation returns it. */
export interface AsGroup {
  /** ID of the group, a UUID. */
  readonly scalingGroupId: string;
  /** Name of the group, up to 64 characters; not unique in AS. */
  readonly scalingGroupName: string;
  /** `INSERVICE`, `PAUSED`, `ERROR` (see `detail`) or `DELETING`. */
  readonly scalingGroupStatus: ScalingGroupStatus;
  /** AS configuration from which new instances are made. */
  readonly scalingConfigurationId?: string;
  /** Name of that AS configuration. */
  readonly scalingConfigurationName?: string;
  /** Number of instances at present. */
  readonly currentInstanceNumber: number;
  /** Wanted number of instances ("expected number" in the console); policies move it. */
  readonly desireInstanceNumber: number;
  /** Smallest number of instances, 0 or more. */
  readonly minInstanceNumber: number;
  /** Largest number of instances; the instance quota of a group bounds it. */
  readonly maxInstanceNumber: number;
  /** Seconds after a scaling action during which alarms trigger no other, 0 to 86400. */
  readonly coolDownTime: number;
  /** Listener IDs of classic load balancers, at most six, separated by commas. */
  readonly lbListenerId?: string;
  /** Backend server groups that instances join, at most six. */
  readonly lbaasListeners: readonly LiveLbaasListener[];
  /** Availability zones for new instances; under `PICK_FIRST` the order counts. */
  readonly availableZones: readonly string[];
  /** One to five subnets that instances are attached to; the first is the primary NIC. */
  readonly networks: readonly Network[];
  /** At most one security group; the one of the AS configuration wins. */
  readonly securityGroups: readonly Reference[];
  /** When the group was created, such as `2026-01-31T12:00:00Z`. */
  readonly createTime: string;
  /** VPC of the group; it never changes. */
  readonly vpcId: string;
  /** Why the last scaling action failed, in the service's words. */
  readonly detail?: string;
  /** A scaling action is in progress. */
  readonly isScaling: boolean;
  /** What the running scaling action does; absent without one. */
  readonly activityType?: ActivityType;
  /** How unhealthy instances are found: `NOVA_AUDIT` by the ECS, `ELB_AUDIT` by the load balancer. */
  readonly healthPeriodicAuditMethod: Open<HealthPeriodicAuditMethod>;
  /** Minutes between health checks: 0 (every 10 seconds), 1, 5, 15, 60 or 180. */
  readonly healthPeriodicAuditTime: number;
  /** Seconds after which a new instance's health counts, 0 to 86400; only with `ELB_AUDIT`. */
  readonly healthPeriodicAuditGracePeriod: number;
  /** Which instance leaves first in a scale-in. */
  readonly instanceTerminatePolicy: Open<InstanceTerminatePolicy>;
  /** How the tenant is told about scaling actions: `EMAIL`, or nothing. */
  readonly notifications: readonly string[];
  /** EIPs of instances that leave are released, rather than unbound. */
  readonly deletePublicip: boolean;
  /** Data disks of instances that leave are deleted, rather than detached. */
  readonly deleteVolume: boolean;
  /** Reserved by the service. */
  readonly cloudLocationId?: string;
  /** Enterprise project of the group, `0` or a UUID; new instances inherit it. */
  readonly enterpriseProjectId?: string;
  /** How instances are spread over the zones. */
  readonly multiAzPriorityPolicy: Open<MultiAzPriorityPolicy>;
  /** What the group is for, in 1 to 256 characters. */
  readonly description?: string;
}

/** Tags of a group: key to value. */
export type Tags = Readonly<Record<string, string>>;

/** The fields that the modify operation takes, each optional. */
export type ModifiableField = keyof Omit<
  AsGroup,
  | "scalingGroupId"
  | "scalingGroupStatus"
  | "scalingConfigurationName"
  | "currentInstanceNumber"
  | "createTime"
  | "vpcId"
  | "detail"
  | "isScaling"
  | "activityType"
  | "cloudLocationId"
>;

/**
 * A body of the modify operation. Zero, false, `[]` and `""` are meant and sent; an absent field stays as it is.
 */
export type AsGroupModification = {
  readonly [Field in ModifiableField]?: Exclude<AsGroup[Field], undefined>;
};

/** A body of the create operation. */
export type AsGroupCreation = AsGroupModification &
  Required<Pick<AsGroupModification, "scalingGroupName" | "networks" | "scalingConfigurationId">> & {
    readonly vpcId: string;
  };

/** An instance of a group. */
export interface AsInstance {
  /** ECS ID; absent while the ECS is still being created. */
  readonly instanceId?: string;
  /** Name of the ECS. */
  readonly instanceName?: string;
  /** `INSERVICE`, `PENDING`, `REMOVING`; waiting states of lifecycle hooks may appear. */
  readonly lifeCycleState: Open<"INSERVICE" | "PENDING" | "REMOVING">;
  /** `INITIALIZING`, `NORMAL`, or `ERROR`: the health check found it unhealthy. */
  readonly healthStatus: Open<"INITIALIZING" | "NORMAL" | "ERROR">;
  /** Absent: the instance was added by hand and is never deleted by AS or by this package. */
  readonly scalingConfigurationId?: string;
  /** Name of the AS configuration from which it was made; absent for one that was added by hand. */
  readonly scalingConfigurationName?: string;
  /** ID of the group that it is in. */
  readonly scalingGroupId?: string;
  /** Name of the group that it is in. */
  readonly scalingGroupName?: string;
  /** When it joined the group, such as `2026-01-31T12:00:00Z`. */
  readonly createTime?: string;
  /** A scale-in passes it over; a failed health check does not. */
  readonly protectFromScalingDown: boolean;
}

/** What a lifecycle hook did to an instance. */
export interface SuspendedInstance {
  /** ECS ID. */
  readonly instanceId: string;
  /** ID of the group that the instance is in. */
  readonly scalingGroupId?: string;
  /** Name of the hook, unique in its group. */
  readonly lifecycleHookName: string;
  /** `HANGING`: the hook holds the instance. Otherwise it was called back with this result. */
  readonly lifecycleHookStatus: Open<"HANGING" | "CONTINUE" | "ABANDON">;
  /** Names the suspension in a callback. */
  readonly lifecycleActionKey?: string;
  /** When the hook's default result is applied, such as `2026-01-31T12:00:00Z`. */
  readonly timeout?: string;
  /** What the hook does when nobody calls back in time: `CONTINUE` or `ABANDON`. */
  readonly defaultResult?: Open<"CONTINUE" | "ABANDON">;
}

/** An instance that a lifecycle hook holds. */
export interface HeldInstance {
  readonly instanceId: string;
  readonly lifecycleHookName: string;
  /** When the hook's default result is applied. */
  readonly timeout?: string;
}

/** A scaling action log entry. */
export interface ScalingActionLog {
  readonly id: string;
  readonly status: Open<"SUCCESS" | "FAIL" | "DOING">;
  readonly startTime: string;
  readonly endTime?: string;
  readonly instanceValue: number;
  readonly desireValue: number;
  /** Why instances could not be added or removed, in the service's words; each reason once. */
  readonly failures: readonly string[];
}
