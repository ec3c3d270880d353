/** Executions of AS policies, as their logs tell them. */
import type { Open } from "../as-group/model";

/** What made a policy act. */
export type PolicyExecuteType = Open<"SCHEDULED" | "RECURRENCE" | "ALARM" | "MANUAL">;

/** A task that an execution consisted of. */
interface PolicyExecutionTask {
  /** What the task did, such as `ADJUST_VM_NUMBERS`. */
  readonly jobName?: string;
  /** `API`: a call, with `code`. `MEG`: a message. */
  readonly recordType?: Open<"API" | "MEG">;
  /** When it was recorded. */
  readonly recordTime?: string;
  /** Code that the call returned; with `API`. */
  readonly code?: string;
  /** Text of the message; with `MEG`. */
  readonly message?: string;
  /** `SUCCESS` or `FAIL`. */
  readonly jobStatus?: Open<"SUCCESS" | "FAIL">;
}

/** An execution of an AS policy. */
export interface AsPolicyExecution {
  /** ID of the execution, by which `logId` finds it. */
  readonly id: string;
  /** `SUCCESS`, `FAIL`, or `EXECUTING`: under way. */
  readonly status: Open<"SUCCESS" | "FAIL" | "EXECUTING">;
  /** Why it failed, in the service's words. */
  readonly failedReason?: string;
  /** What made the policy act: `SCHEDULED`, `RECURRENCE`, `ALARM` or `MANUAL`. */
  readonly executeType?: PolicyExecuteType;
  /** Such as `2026-01-31T12:00:00Z`. */
  readonly executeTime: string;
  /** ID of the policy. */
  readonly scalingPolicyId: string;
  /** `SCALING_GROUP` or `BANDWIDTH`. */
  readonly scalingResourceType?: Open<"SCALING_GROUP" | "BANDWIDTH">;
  /** ID of the AS group or of the bandwidth that the policy acted upon. */
  readonly scalingResourceId?: string;
  /** ID of the project. */
  readonly tenantId?: string;
  /** What the policy did: `ADD`, `REMOVE` (or `REDUCE`, which means the same) or `SET`. */
  readonly type?: Open<"ADD" | "REMOVE" | "REDUCE" | "SET">;
  /** Number of instances, or Mbit/s, before. */
  readonly oldValue?: number;
  /** Number of instances, or Mbit/s, that was aimed at. */
  readonly desireValue?: number;
  /** Bound of the step in Mbit/s; of bandwidth policies only. */
  readonly limitValue?: number;
  /** Tasks that the execution consisted of. */
  readonly jobRecords: readonly PolicyExecutionTask[];
  /** Of bandwidth policies. */
  readonly metaData?: PolicyExecutionMetaData;
}

/** The address that a bandwidth policy was about. */
interface PolicyExecutionMetaData {
  /** How the bandwidth is shared, such as `WHOLE`. */
  readonly metadataBandwidthShareType?: string;
  /** ID of the elastic IP address. */
  readonly metadataEipId?: string;
  /** Spelt so by the service. */
  readonly metadataeipAddress?: string;
}
