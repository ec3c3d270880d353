/** What AS has done to a group: its scaling actions, as version 2 of the logs tells them. */
import type { ActivityType, LiveLbaasListener, Open } from "../as-group/model";

/** How a scaling action has ended, or that it has not. */
export type ScalingActionStatus = Open<"SUCCESS" | "FAIL" | "DOING">;

/** Why AS began a scaling action. */
export interface ScalingActionReason {
  /** Such as `MANNUAL` (as the service writes it), `SCHEDULED`, `RECURRENCE`, `ALARM`, `DIFF`. */
  readonly changeReason: string;
  /** Number of instances before the change. */
  readonly oldValue?: number;
  /** Number of instances that the change aimed at. */
  readonly newValue?: number;
  /** When the change came, as the service writes it. */
  readonly changeTime?: string;
  /** ID of the policy that acted; absent when none did. */
  readonly scalingPolicyId?: string;
  /** Name of the policy that acted. */
  readonly scalingPolicyName?: string;
}

/** An instance that a scaling action was about. */
interface ScaledInstance {
  /** Name of the ECS. */
  readonly instanceName?: string;
  /** ECS ID. */
  readonly instanceId?: string;
  /** Why it could not be added or removed, in the service's words. */
  readonly failedReason?: string;
  /** Details of `failedReason`. */
  readonly failedDetails?: string;
  /** What the service says about the instance's configuration: text. */
  readonly instanceConfig?: string;
}

/** A load balancer that a scaling action of type `MODIFY_ELB` was about. */
interface ExchangedLoadBalancer {
  /** Of an enhanced load balancer. */
  readonly lbaasListener?: LiveLbaasListener;
  /** Of a classic load balancer. */
  readonly listener?: string;
  /** Why it could not be bound or unbound, in the service's words. */
  readonly failedReason?: string;
  /** Details of `failedReason`. */
  readonly failedDetails?: string;
}

/** A scaling action. */
export interface ScalingAction {
  /** ID of the action, by which `logId` finds it. */
  readonly id: string;
  /** `SUCCESS`, `FAIL`, or `DOING`: under way. */
  readonly status: ScalingActionStatus;
  /** What the action does; `NORMAL` is an ordinary scale-out or scale-in. */
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
  /** Instances that were added. */
  readonly instanceAddedList: readonly ScaledInstance[];
  /** Instances that were taken out and live on. */
  readonly instanceRemovedList: readonly ScaledInstance[];
  /** Instances that were taken out and destroyed. */
  readonly instanceDeletedList: readonly ScaledInstance[];
  /** Instances that could not be added or removed, with the cause. */
  readonly instanceFailedList: readonly ScaledInstance[];
  /** Reserved by the service. */
  readonly instanceStandbyList: readonly ScaledInstance[];
  /** Load balancers that were bound; of `MODIFY_ELB` only, as are the three lists below. */
  readonly lbBindSuccessList: readonly ExchangedLoadBalancer[];
  /** Load balancers that could not be bound, with the cause. */
  readonly lbBindFailedList: readonly ExchangedLoadBalancer[];
  /** Load balancers that were unbound. */
  readonly lbUnbindSuccessList: readonly ExchangedLoadBalancer[];
  /** Load balancers that could not be unbound, with the cause. */
  readonly lbUnbindFailedList: readonly ExchangedLoadBalancer[];
}
