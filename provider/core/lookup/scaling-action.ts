/** What scaling actions, and executions of policies, are looked up by. */
import type { ActivityType } from "../as-group/model";
import type { PolicyExecuteType } from "../as-policy/execution";
import { list } from "../codec/list";
import { id, oneOf } from "../codec/scalar";
import { optional, required } from "../codec/structure";
import type { ScalingActionStatus } from "../scaling-action/model";
import { type LookupArguments, moment, scalingResourceType } from "./arguments";

/** Which scaling actions of a group to list: those that meet every given condition, which the service checks. */
export interface GetScalingActionsArgs {
  /** ID of the group. */
  readonly scalingGroupId: string;
  /** ID of one action. */
  readonly logId?: string;
  /** Only actions from this moment on, such as `2026-01-31T12:00:00Z`. */
  readonly startTime?: string;
  /** Only actions up to this moment, such as `2026-01-31T12:00:00Z`. */
  readonly endTime?: string;
  /** Only actions of one of these types, such as `["NORMAL", "MANUAL_ADD"]`. */
  readonly type?: readonly ActivityType[];
  /** `SUCCESS`, `FAIL` or `DOING`. */
  readonly status?: ScalingActionStatus;
}

/** Which executions of a policy to list: those that meet every given condition, which the service checks. */
export interface GetAsPolicyExecutionsArgs {
  /** ID of the policy. */
  readonly scalingPolicyId: string;
  /** ID of one execution. */
  readonly logId?: string;
  /** Whether the policy acted upon a group or a bandwidth. */
  readonly scalingResourceType?: "SCALING_GROUP" | "BANDWIDTH";
  /** ID of the group or the bandwidth that the policy acted upon. */
  readonly scalingResourceId?: string;
  /** What made the policy act: `SCHEDULED`, `RECURRENCE`, `ALARM` or `MANUAL`. */
  readonly executeType?: PolicyExecuteType;
  /** Only executions from this moment on, such as `2026-01-31T12:00:00Z`. */
  readonly startTime?: string;
  /** Only executions up to this moment, such as `2026-01-31T12:00:00Z`. */
  readonly endTime?: string;
}

const actionType = oneOf<ActivityType>(
  "NORMAL",
  "MANUAL_ADD",
  "MANUAL_REMOVE",
  "MANUAL_DELETE",
  "ELB_CHECK_DELETE",
  "AUDIT_CHECK_DELETE",
  "DIFF",
  "MODIFY_ELB",
);

export const scalingActionsArguments: LookupArguments<GetScalingActionsArgs> = {
  members: {
    scalingGroupId: required(id("the ID of an AS group")),
    logId: optional(id("the ID of a scaling action")),
    startTime: optional(moment),
    endTime: optional(moment),
    type: optional(list(actionType, 1, Number.POSITIVE_INFINITY, "a list of types of scaling actions")),
    status: optional(oneOf("SUCCESS", "FAIL", "DOING")),
  },
};

export const asPolicyExecutionsArguments: LookupArguments<GetAsPolicyExecutionsArgs> = {
  members: {
    scalingPolicyId: required(id("the ID of an AS policy")),
    logId: optional(id("the ID of an execution")),
    scalingResourceType: optional(scalingResourceType),
    scalingResourceId: optional(id("the ID of an AS group or a bandwidth")),
    executeType: optional(oneOf("SCHEDULED", "RECURRENCE", "ALARM", "MANUAL")),
    startTime: optional(moment),
    endTime: optional(moment),
  },
};
