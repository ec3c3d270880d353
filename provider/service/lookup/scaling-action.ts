/** Look-ups of scaling actions, and of executions of policies. */
import { listPolicyExecutions } from "../../api/policy-execution-log";
import { listScalingActions } from "../../api/scaling-action-log";
import type { AsPolicyExecution } from "../../core/as-policy/execution";
import {
  asPolicyExecutionsArguments,
  type GetAsPolicyExecutionsArgs,
  type GetScalingActionsArgs,
  scalingActionsArguments,
} from "../../core/lookup/scaling-action";
import type { ScalingAction } from "../../core/scaling-action/model";
import { groupObject, type Lookup } from "./lookup";

export const scalingActionsLookup: Lookup<GetScalingActionsArgs, readonly ScalingAction[]> = {
  name: "getScalingActions",
  args: scalingActionsArguments,
  what: "scaling actions",
  object: groupObject,
  find:
    (client) =>
    ({ scalingGroupId, ...filter }) =>
      listScalingActions(client)(scalingGroupId, filter),
};

export const asPolicyExecutionsLookup: Lookup<GetAsPolicyExecutionsArgs, readonly AsPolicyExecution[]> = {
  name: "getAsPolicyExecutions",
  args: asPolicyExecutionsArguments,
  what: "executions",
  object: ({ scalingPolicyId }) => `AS policy ${scalingPolicyId}`,
  find:
    (client) =>
    ({ scalingPolicyId, ...filter }) =>
      listPolicyExecutions(client)(scalingPolicyId, filter),
};
