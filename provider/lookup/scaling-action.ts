import type * as pulumi from "@pulumi/pulumi";
import type { AsPolicyExecution } from "../core/as-policy/execution";
import type { GetAsPolicyExecutionsArgs, GetScalingActionsArgs } from "../core/lookup/scaling-action";
import type { ScalingAction } from "../core/scaling-action/model";
import { ask, type Inputs, output, type Own } from "./ask";

/** A scaling action of an AS group. */
export type ScalingActionResult = Own<ScalingAction>;

/** An execution of an AS policy. */
export type AsPolicyExecutionResult = Own<AsPolicyExecution>;

/**
 * Lists the scaling actions of an AS group that meet every given condition, the newest first; without one, all that the
 * service still knows. Takes one call for a hundred actions. Rejects when the group does not exist.
 *
 * ```ts
 * const failed = await getScalingActions({ scalingGroupId, status: "FAIL", startTime: "2026-01-31T00:00:00Z" });
 * ```
 *
 * @see as_06_0602
 */
export const getScalingActions = (args: GetScalingActionsArgs): Promise<ScalingActionResult[]> =>
  ask("scalingActions", args);

/**
 * Lists the scaling actions of an AS group, which may be the result of a resource.
 *
 * @see getScalingActions
 */
export const getScalingActionsOutput = (
  args: Inputs<GetScalingActionsArgs>,
): pulumi.Output<ScalingActionResult[]> => output(getScalingActions, args);

/**
 * Lists the executions of an AS policy that meet every given condition, the newest first; without one, all that the
 * service still knows. Takes one call for a hundred executions. Rejects when the policy does not exist.
 *
 * @see as_06_0501
 */
export const getAsPolicyExecutions = (args: GetAsPolicyExecutionsArgs): Promise<AsPolicyExecutionResult[]> =>
  ask("asPolicyExecutions", args);

/**
 * Lists the executions of an AS policy, which may be the result of a resource.
 *
 * @see getAsPolicyExecutions
 */
export const getAsPolicyExecutionsOutput = (
  args: Inputs<GetAsPolicyExecutionsArgs>,
): pulumi.Output<AsPolicyExecutionResult[]> => output(getAsPolicyExecutions, args);
