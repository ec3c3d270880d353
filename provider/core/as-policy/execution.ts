/** Executions of AS policies, as their logs tell them. */
import type { Open } from "../as-group/model";

/** What made a policy act. */
export type PolicyExecuteType = Open<"SCHEDULED" | "RECURRENCE" | "ALARM" | "MANUAL">;

/** A task that an execution consisted of. */
interface PolicyExecutionTask {
  readonly jobName?: string;
  /** `API`: a call, with `code`. `MEG`: a message. */
  readonly recordType?: Open<"API" | "MEG">;
  readonly recordTime?: string;
  readonly code?: string;
  readonly message?: string;
  readonly jobStatus?: Open<"SUCCESS" | "FAIL">;
}

/** An execution of an AS policy. */
export interface AsPolicyExecution {
  readonly id: string;
  readonly status: Open<"SUCCESS" | "FAIL" | "EXECUTING">;
  readonly failedReason?: string;
  readonly executeType?: PolicyExecuteType;
  /** Such as `2026-01-31T12:00:00Z`. */
  readonly executeTime: string;
  readonly scalingPolicyId: string;
  readonly scalingResourceType?: Open<"SCALING_GROUP" | "BANDWIDTH">;
  readonly scalingResourceId?: string;
  readonly tenantId?: string;
  readonly type?: Open<"ADD" | "REMOVE" | "REDUCE" | "SET">;
  /** Number of instances, or Mbit/s, before. */
  readonly oldValue?: number;
  /** Number of instances, or Mbit/s, that was aimed at. */
  readonly desireValue?: number;
  /** Bound of the step in Mbit/s; of bandwidth policies only. */
  readonly limitValue?: number;
  readonly jobRecords: readonly PolicyExecutionTask[];
  /** Of bandwidth policies. */
  readonly metaData?: PolicyExecutionMetaData;
}

/** The address that a bandwidth policy was about. */
interface PolicyExecutionMetaData {
  readonly metadataBandwidthShareType?: string;
  readonly metadataEipId?: string;
  /** Spelt so by the service. */
  readonly metadataeipAddress?: string;
}
