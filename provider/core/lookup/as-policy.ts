/** What AS policies are looked up by. */
import type { ScalingPolicyType, ScalingResourceType } from "../as-policy/model";
import { id, oneOf } from "../codec/scalar";
import { optional } from "../codec/structure";
import { filter, type LookupArguments, scalingResourceType } from "./arguments";

/** Which AS policies to list: those that meet every given condition, which the service checks; and in which order. */
export interface GetAsPoliciesArgs {
  /** ID of the AS group or the bandwidth that the policies scale. */
  readonly scalingResourceId?: string;
  /** Whether they scale AS groups or bandwidths. */
  readonly scalingResourceType?: ScalingResourceType;
  /** Part of the name. */
  readonly scalingPolicyName?: string;
  /** ID of one policy. */
  readonly scalingPolicyId?: string;
  /** What makes them act. */
  readonly scalingPolicyType?: ScalingPolicyType;
  /** ID of the alarm rule that makes them act. */
  readonly alarmId?: string;
  /** ID of an enterprise project, or `all_granted_eps` for all that the user may see. */
  readonly enterpriseProjectId?: string;
  /**
   * `POLICY_NAME`, `CREATE_TIME`, or `TRIGGER_CONDITION`: alarms first, then by the next time at which a policy acts.
   * @default - not documented by the service
   */
  readonly sortBy?: "POLICY_NAME" | "TRIGGER_CONDITION" | "CREATE_TIME";
  /**
   * `ASC` or `DESC`.
   * @default - not documented by the service
   */
  readonly order?: "ASC" | "DESC";
}

export const asPoliciesArguments: LookupArguments<GetAsPoliciesArgs> = {
  members: {
    scalingResourceId: optional(id("the ID of an AS group or a bandwidth")),
    scalingResourceType: optional(scalingResourceType),
    scalingPolicyName: optional(filter("part of a name")),
    scalingPolicyId: optional(id("the ID of an AS policy")),
    scalingPolicyType: optional(oneOf("ALARM", "SCHEDULED", "RECURRENCE")),
    alarmId: optional(id("the ID of an alarm rule")),
    enterpriseProjectId: optional(filter("the ID of an enterprise project, or all_granted_eps")),
    sortBy: optional(oneOf("POLICY_NAME", "TRIGGER_CONDITION", "CREATE_TIME")),
    order: optional(oneOf("ASC", "DESC")),
  },
};
