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

/** A subnet that instances are attached to. */
export interface Network {
  /** Network ID of a subnet in the group's VPC. */
  readonly id: string;
  /** Give instances an IPv6 address from this subnet. */
  readonly ipv6Enable: boolean;
  /** Shared bandwidth of the IPv6 addresses; only with `ipv6Enable`. */
  readonly ipv6Bandwidth?: { readonly id: string };
}

/** A backend server group that instances join. */
export interface LbaasListener {
  readonly poolId: string;
  readonly protocolPort: number;
  readonly weight: number;
}

/** A backend server group of a live group. */
export interface LiveLbaasListener extends LbaasListener {
  /** Listener that the service found for the pool. */
  readonly listenerId?: string;
}

/** The live group, as the query operation returns it. */
export interface AsGroup {
  readonly scalingGroupId: string;
  readonly scalingGroupName: string;
  readonly scalingGroupStatus: ScalingGroupStatus;
  readonly scalingConfigurationId?: string;
  readonly scalingConfigurationName?: string;
  readonly currentInstanceNumber: number;
  readonly desireInstanceNumber: number;
  readonly minInstanceNumber: number;
  readonly maxInstanceNumber: number;
  readonly coolDownTime: number;
  readonly lbListenerId?: string;
  readonly lbaasListeners: readonly LiveLbaasListener[];
  readonly availableZones: readonly string[];
  readonly networks: readonly Network[];
  readonly securityGroups: readonly { readonly id: string }[];
  readonly createTime: string;
  readonly vpcId: string;
  readonly detail?: string;
  readonly isScaling: boolean;
  readonly activityType?: ActivityType;
  readonly healthPeriodicAuditMethod: Open<HealthPeriodicAuditMethod>;
  readonly healthPeriodicAuditTime: number;
  readonly healthPeriodicAuditGracePeriod: number;
  readonly instanceTerminatePolicy: Open<InstanceTerminatePolicy>;
  readonly notifications: readonly string[];
  readonly deletePublicip: boolean;
  readonly deleteVolume: boolean;
  readonly cloudLocationId?: string;
  readonly enterpriseProjectId?: string;
  readonly multiAzPriorityPolicy: Open<MultiAzPriorityPolicy>;
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
  readonly instanceName?: string;
  /** `INSERVICE`, `PENDING`, `REMOVING`; waiting states of lifecycle hooks may appear. */
  readonly lifeCycleState: Open<"INSERVICE" | "PENDING" | "REMOVING">;
  readonly healthStatus: Open<"INITIALIZING" | "NORMAL" | "ERROR">;
  /** Absent: the instance was added by hand and is never deleted by AS or by this package. */
  readonly scalingConfigurationId?: string;
  readonly scalingConfigurationName?: string;
  readonly scalingGroupId?: string;
  readonly scalingGroupName?: string;
  /** When it joined the group, such as `2026-01-31T12:00:00Z`. */
  readonly createTime?: string;
  readonly protectFromScalingDown: boolean;
}

/** What a lifecycle hook did to an instance. */
export interface SuspendedInstance {
  readonly instanceId: string;
  readonly scalingGroupId?: string;
  readonly lifecycleHookName: string;
  /** `HANGING`: the hook holds the instance. Otherwise it was called back with this result. */
  readonly lifecycleHookStatus: Open<"HANGING" | "CONTINUE" | "ABANDON">;
  /** Names the suspension in a callback. */
  readonly lifecycleActionKey?: string;
  /** When the hook's default result is applied, such as `2026-01-31T12:00:00Z`. */
  readonly timeout?: string;
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
