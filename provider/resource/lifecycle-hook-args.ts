import type * as pulumi from "@pulumi/pulumi";
import type { DefaultResult, LifecycleHookType } from "../core/lifecycle-hook/model";
import type { OperationTimeoutsArgs } from "./operation-timeouts-args";

/** Arguments of a lifecycle hook. */
export interface LifecycleHookArgs {
  /**
   * ID of the AS group. Another group replaces the hook.
   *
   * @see as_06_0901
   */
  scalingGroupId: pulumi.Input<string>;
  /**
   * Name of the hook, unique in its group: 1 to 32 characters of `A-Z a-z 0-9 _ -`, not `list`. Another name replaces the
   * hook.
   *
   * @default `<resource name>-<7 hex digits>`
   */
  lifecycleHookName?: pulumi.Input<string>;
  /**
   * When the hook holds an instance: `INSTANCE_LAUNCHING`, after it has been initialised and before it serves, or
   * `INSTANCE_TERMINATING`, after it has left the load balancer and before it leaves the group.
   */
  lifecycleHookType: pulumi.Input<LifecycleHookType>;
  /**
   * What happens to an instance when nobody calls back in time: `ABANDON` deletes a launching instance and fails the
   * scaling action, `CONTINUE` lets it go into service. A terminating instance leaves either way; `ABANDON` ends other
   * hooks, too.
   *
   * @default "ABANDON"
   */
  defaultResult?: pulumi.Input<DefaultResult>;
  /**
   * Seconds for which an instance is held, 60 to 86400. Each callback with `EXTEND` adds an hour.
   *
   * @default 3600
   */
  defaultTimeout?: pulumi.Input<number>;
  /** URN of the SMN topic to which each held instance is announced, with the key for the callback. It must exist (AS.7043). */
  notificationTopicUrn: pulumi.Input<string>;
  /** What the announcement says besides: at most 256 characters, none of `< > & ' ( ) { }`. Never shown in messages. */
  notificationMetadata?: pulumi.Input<string>;
  /** How long each operation may be repeated while a scaling action of the group is in progress. */
  timeouts?: pulumi.Input<OperationTimeoutsArgs>;
  /**
   * ID of a hook that exists, as `<id of the AS group>/<name of the hook>`: it is taken over instead of creating one, and
   * brought to what the program says. The preview tells what differs.
   */
  adoptId?: pulumi.Input<string>;
}
