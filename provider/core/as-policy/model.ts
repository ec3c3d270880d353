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
  readonly recurrenceType?: Open<RecurrenceType>;
  /** Days, separated by commas: of the week from 1 (Sunday) to 7, or of the month. */
  readonly recurrenceValue?: string;
  readonly startTime?: string;
  readonly endTime?: string;
}

/** What a policy does. */
export interface ScalingPolicyAction {
  readonly operation: Open<PolicyOperation>;
  /** Instances, or Mbit/s. */
  readonly size?: number;
  readonly percentage?: number;
  /** Mbit/s that ADD does not exceed and REDUCE does not undercut. */
  readonly limits?: number;
}

/** The elastic IP address of a bandwidth. */
export interface PolicyMetaData {
  readonly metadataBandwidthShareType?: string;
  readonly metadataEipId?: string;
  readonly metadataEipAddress?: string;
}

/** The live policy, as the query operation returns it. */
export interface AsPolicy {
  readonly scalingPolicyId: string;
  readonly scalingPolicyName: string;
  readonly scalingResourceId: string;
  readonly scalingResourceType: Open<ScalingResourceType>;
  readonly policyStatus: PolicyStatus;
  readonly scalingPolicyType: Open<ScalingPolicyType>;
  readonly alarmId?: string;
  readonly scheduledPolicy?: ScheduledPolicy;
  readonly scalingPolicyAction: ScalingPolicyAction;
  readonly coolDownTime: number;
  readonly createTime: string;
  /** Of bandwidth policies. */
  readonly metaData?: PolicyMetaData;
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
