import type * as pulumi from "@pulumi/pulumi";
import type { LifecycleHook } from "../core/lifecycle-hook/model";
import type { GetLifecycleHooksArgs } from "../core/lookup/lifecycle-hook";
import { ask, type Inputs, output, type Own } from "./ask";

/** A live lifecycle hook. */
export type LifecycleHookResult = Own<LifecycleHook>;

/**
 * Lists the lifecycle hooks of an AS group. Takes one call. Rejects when the group does not exist.
 *
 * @see as_06_0902
 */
export const getLifecycleHooks = (args: GetLifecycleHooksArgs): Promise<LifecycleHookResult[]> =>
  ask("lifecycleHooks", args);

/**
 * Lists the lifecycle hooks of an AS group, which may be the result of a resource.
 *
 * @see getLifecycleHooks
 */
export const getLifecycleHooksOutput = (
  args: Inputs<GetLifecycleHooksArgs>,
): pulumi.Output<LifecycleHookResult[]> => output(getLifecycleHooks, args);
