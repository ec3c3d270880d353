import type * as pulumi from "@pulumi/pulumi";
import type { AsInstance, SuspendedInstance } from "../core/as-group/model";
import type { GetAsInstancesArgs, GetSuspendedInstancesArgs } from "../core/lookup/as-instance";
import { ask, type Inputs, output, type Own } from "./ask";

/** An instance of an AS group. */
export type AsInstanceResult = Own<AsInstance>;

/** What a lifecycle hook did to an instance. */
export type SuspendedInstanceResult = Own<SuspendedInstance>;

/**
 * Lists the instances of an AS group that meet every given condition; without one, all. Takes one call for a hundred
 * instances. Rejects when the group does not exist.
 *
 * ```ts
 * const unhealthy = await getAsInstances({ scalingGroupId, healthStatus: "ERROR" });
 * ```
 *
 * @see as_06_0301
 */
export const getAsInstances = (args: GetAsInstancesArgs): Promise<AsInstanceResult[]> =>
  ask("asInstances", args);

/**
 * Lists the instances of an AS group, which may be the result of a resource.
 *
 * @see getAsInstances
 */
export const getAsInstancesOutput = (args: Inputs<GetAsInstancesArgs>): pulumi.Output<AsInstanceResult[]> =>
  output(getAsInstances, args);

/**
 * Lists what lifecycle hooks did to the instances of an AS group: those that a hook holds are `HANGING`. Rejects when the
 * group does not exist.
 *
 * @see as_06_0906
 */
export const getSuspendedInstances = (args: GetSuspendedInstancesArgs): Promise<SuspendedInstanceResult[]> =>
  ask("suspendedInstances", args);

/**
 * Lists what lifecycle hooks did to the instances of an AS group, which may be the result of a resource.
 *
 * @see getSuspendedInstances
 */
export const getSuspendedInstancesOutput = (
  args: Inputs<GetSuspendedInstancesArgs>,
): pulumi.Output<SuspendedInstanceResult[]> => output(getSuspendedInstances, args);
