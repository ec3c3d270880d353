/**
 * The AS policy as this package sees it: the words of version 2 of the API in camelCase. Version 2 knows everything
 * that version 1 knows, and bandwidth besides.
 */
import type { Open } from "../as-group/model";

/** What a policy scales. */
export type ScalingResourceType = "SCALING_GROUP" | "BANDWIDTH";

/** What makes a policy act: an alarm rule of Cloud Eye, one moment, or moments that come again. */
export type ScalingPolicyType = "ALARM" | "SCHEDULED" | "RECURRENCE";

/** How often a periodic policy acts. */
export type RecurrenceType = "Daily" | "Weekly" | "Monthly";

/** What a policy does to the number of instances, or to the bandwidth. `REMOVE` and `REDUCE` mean the same. */
export type PolicyOperation = "ADD" | "REMOVE" | "REDUCE" | "SET";

/** `EXECUTING` passes by itself; afterwards the policy is `INSERVICE` again. */
export type PolicyStatus = Open<"INSERVICE" | "PAUSED" | "EXECUTING">;

/** When a policy acts. All times are UTC. */
export interface ScheduledPolicy {
  /** `YYYY-MM-DDThh:mmZ`, or `hh:mm` of a periodic policy. */
  readonly launchTime: string;
  /** `Daily`, `Weekly` or `Monthly`; of a periodic policy only. */
  readonly recurrenceType?: Open<RecurrenceType>;
  /** Days, separated by commas: of the week from 1 (Sunday) to 7, or of the month. */
  readonly recurrenceValue?: string;
  /** From when on a periodic policy acts, `YYYY-MM-DDThh:mmZ`. */
  readonly startTime?: string;
  /** Until when a periodic policy acts, `YYYY-MM-DDThh:mmZ`. */
  readonly endTime?: string;
}

/** What a policy does. */
export interface ScalingPolicyAction {
  /** `ADD`, `REMOVE` (or `REDUCE`, which means the same) or `SET`. */
  readonly operation: Open<PolicyOperation>;
  /** Instances, or Mbit/s. */
  readonly size?: number;
  /** Percentage of the present instances, up to 20000; not of bandwidths. Excludes `size`. */
  readonly percentage?: number;
  /** Mbit/s that ADD does not exceed and REDUCE does not undercut. */
  readonly limits?: number;
}

/** The elastic IP address of a bandwidth. */
export interface PolicyMetaData {
  /** How the bandwidth is shared, such as `WHOLE`. */
  readonly metadataBandwidthShareType?: string;
  /** ID of the elastic IP address. */
  readonly metadataEipId?: string;
  /** The elastic IP address itself. */
  readonly metadataEipAddress?: string;
}

/** The live policy, as the query operation returns it. */
export interface AsPolicy {
  /** ID of the policy, a UUID. */
  readonly scalingPolicyId: string;
  /** Name of the policy, up to 64 characters; not unique in AS. */
  readonly scalingPolicyName: string;
  /** ID of the AS group or of the bandwidth that the policy scales. */
  readonly scalingResourceId: string;
  /** `SCALING_GROUP` or `BANDWIDTH`. */
  readonly scalingResourceType: Open<ScalingResourceType>;
  /** `INSERVICE`, `PAUSED` or `EXECUTING`. */
  readonly policyStatus: PolicyStatus;
  /** What makes the policy act: `ALARM`, `SCHEDULED` or `RECURRENCE`. */
  readonly scalingPolicyType: Open<ScalingPolicyType>;
  /** Alarm rule of an `ALARM` policy. */
  readonly alarmId?: string;
  /** When a `SCHEDULED` or `RECURRENCE` policy acts. */
  readonly scheduledPolicy?: ScheduledPolicy;
  /** What the policy does. */
  readonly scalingPolicyAction: ScalingPolicyAction;
  /** Seconds after an action of this policy in which alarms do not scale, 0 to 86400. */
  readonly coolDownTime: number;
  /** When the policy was created, such as `2026-01-31T12:00:00Z`. */
  readonly createTime: string;
  /** Of bandwidth policies. */
  readonly metaData?: PolicyMetaData;
  /** What the policy is for, in 1 to 256 characters. */
  readonly description?: string;
}

/** An action as a program writes it and as it is sent: what is absent is the service's default, `ADD` of 1. */
export type ScalingPolicyActionRequest = Partial<Omit<ScalingPolicyAction, "operation">> & {
  readonly operation?: PolicyOperation;
};

/** A body of the modify operation. An absent field stays as it is; a nested object is always sent whole. */
export interface AsPolicyModification {
  readonly scalingPolicyName?: string;
  readonly scalingResourceId?: string;
  readonly scalingResourceType?: ScalingResourceType;
  readonly scalingPolicyType?: ScalingPolicyType;
  readonly alarmId?: string;
  readonly scheduledPolicy?: ScheduledPolicy;
  readonly scalingPolicyAction?: ScalingPolicyActionRequest;
  readonly coolDownTime?: number;
  readonly description?: string;
}

/** A body of the create operation. */
export type AsPolicyCreation = AsPolicyModification &
  Required<
    Pick<
      AsPolicyModification,
      "scalingPolicyName" | "scalingResourceId" | "scalingResourceType" | "scalingPolicyType"
    >
  >;
