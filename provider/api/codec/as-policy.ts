/**
 * AS policies (v2) in answers of the service.
 *
 * @see as_06_0406, as_06_0407, as_06_0409
 */
import type { AsPolicy, PolicyMetaData, ScheduledPolicy } from "../../core/as-policy/model";
import type { Decoder } from "../../core/codec/decoder";
import { identifier, integer, mapped, object, optional, orElse, rows, text } from "./wire";

const schedule = object("a scheduled_policy", {
  launchTime: optional(text),
  recurrenceType: optional(text),
  recurrenceValue: optional(text),
  startTime: optional(text),
  endTime: optional(text),
});

/** A policy without a schedule has none, or an object in which nothing is said. */
const scheduledPolicy: Decoder<ScheduledPolicy | undefined> = optional(
  mapped(schedule, ({ launchTime, ...rest }) =>
    launchTime === undefined ? undefined : { launchTime, ...rest },
  ),
);

const scalingPolicyAction = object("a scaling_policy_action", {
  operation: orElse(text, "ADD"),
  size: optional(integer),
  percentage: optional(integer),
  limits: optional(integer),
});

/** A policy of a group has none, or an object in which nothing is said. */
const metaData: Decoder<PolicyMetaData | undefined> = optional(
  mapped(
    object("a meta_data", {
      metadataBandwidthShareType: optional(text),
      metadataEipId: optional(text),
      metadataEipAddress: optional(text),
    }),
    (found): PolicyMetaData | undefined => (Object.keys(found).length === 0 ? undefined : found),
  ),
);

/** The live policy. */
const asPolicy: Decoder<AsPolicy> = object("an AS policy", {
  scalingPolicyId: identifier,
  scalingPolicyName: text,
  scalingResourceId: identifier,
  scalingResourceType: identifier,
  policyStatus: identifier,
  scalingPolicyType: identifier,
  alarmId: optional(text),
  scheduledPolicy,
  scalingPolicyAction,
  coolDownTime: integer,
  createTime: text,
  metaData,
  description: optional(text),
});

/** The answer to the query of one policy. */
export const asPolicyAnswer = object("an object with a scaling_policy", { scalingPolicy: asPolicy });

/** The answer to creating or modifying a policy. */
export const asPolicyIdAnswer = object("an object with a scaling_policy_id", { scalingPolicyId: identifier });

/** One page of policies. */
export const asPolicyPage = object("a page of AS policies", {
  scalingPolicies: rows(asPolicy),
  totalNumber: integer,
});
