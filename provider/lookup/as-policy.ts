import type * as pulumi from "@pulumi/pulumi";
import type { AsPolicy } from "../core/as-policy/model";
import type { GetAsPoliciesArgs } from "../core/lookup/as-policy";
import { ask, type Inputs, output, type Own } from "./ask";

/** A live AS policy. */
export type AsPolicyResult = Own<AsPolicy>;

/**
 * Lists the AS policies of the project, those of bandwidths included, that meet every given condition; without one, all.
 * Takes one call for a hundred policies. A group that does not exist has none.
 *
 * ```ts
 * const alarms = await getAsPolicies({ scalingResourceId: scalingGroupId, scalingPolicyType: "ALARM" });
 * ```
 *
 * @see as_06_0407
 */
export const getAsPolicies = (args: GetAsPoliciesArgs = {}): Promise<AsPolicyResult[]> =>
  ask("asPolicies", args);

/**
 * Lists the AS policies of the project; the conditions may be results of resources.
 *
 * @see getAsPolicies
 */
export const getAsPoliciesOutput = (args: Inputs<GetAsPoliciesArgs> = {}): pulumi.Output<AsPolicyResult[]> =>
  output(getAsPolicies, args);
