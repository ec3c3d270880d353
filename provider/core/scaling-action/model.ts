/** What AS has done to a group: its scaling actions, as version 2 of the logs tells them. */
import type { ActivityType, LiveLbaasListener, Open } from "../as-group/model";

/** How a scaling action has ended, or that it has not. */
export type ScalingActionStatus = Open<"SUCCESS" | "FAIL" | "DOING">;

/** Why AS began a scaling action. */
export interface ScalingActionReason {
  /** Such as `MANNUAL` (as the service writes it), `SCHEDULED`, `RECURRENCE`, `ALARM`, `DIFF`. */
  readonly changeReason: string;
  readonly oldValue?: number;
  readonly newValue?: number;
  readonly changeTime?: string;
  readonly scalingPolicyId?: string;
  readonly scalingPolicyName?: string;
}

/** An instance that a scaling action was about. */
interface ScaledInstance {
  readonly instanceName?: string;
  readonly instanceId?: string;
  readonly failedReason?: string;
  readonly failedDetails?: string;
  readonly instanceConfig?: string;
}

/** A load balancer that a scaling action of type `MODIFY_ELB` was about. */
interface ExchangedLoadBalancer {
  /** Of an enhanced load balancer. */
  readonly lbaasListener?: LiveLbaasListener;
  /** Of a classic load balancer. */
  readonly listener?: string;
  readonly failedReason?: string;
  readonly failedDetails?: string;
}

/** A scaling action. */
export interface ScalingAction {
  readonly id: string;
  readonly status: ScalingActionStatus;
  readonly type?: ActivityType;
  /** Such as `2026-01-31T12:00:00Z`. */
  readonly startTime: string;
  /** Absent while the action is under way. */
  readonly endTime?: string;
  /** Number of instances before the action. */
  readonly instanceValue: number;
  /** Number of instances that the action aimed at. */
  readonly desireValue: number;
  /** Number of instances that were added or removed. */
  readonly scalingValue?: number;
  /** What the service says about the action: JSON text. */
  readonly description?: string;
  /** What `description` says, where it can be read; one action may have several reasons. */
  readonly reasons: readonly ScalingActionReason[];
  readonly instanceAddedList: readonly ScaledInstance[];
  readonly instanceRemovedList: readonly ScaledInstance[];
  readonly instanceDeletedList: readonly ScaledInstance[];
  /** Instances that could not be added or removed, with the cause. */
  readonly instanceFailedList: readonly ScaledInstance[];
  /** Reserved by the service. */
  readonly instanceStandbyList: readonly ScaledInstance[];
  readonly lbBindSuccessList: readonly ExchangedLoadBalancer[];
  readonly lbBindFailedList: readonly ExchangedLoadBalancer[];
  readonly lbUnbindSuccessList: readonly ExchangedLoadBalancer[];
  readonly lbUnbindFailedList: readonly ExchangedLoadBalancer[];
}
