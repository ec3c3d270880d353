/** Lifecycle hooks of a group and the instances that they hold. */
import type { Instance } from "../model";
import type { ActionFailure } from "../scaling/failure";

/** Whether a hook holds instances that join or instances that leave. */
export const HOOK_TYPES = ["INSTANCE_LAUNCHING", "INSTANCE_TERMINATING"] as const;
/** One of {@link HOOK_TYPES}. */
export type HookType = (typeof HOOK_TYPES)[number];

/** How a hook can let an instance go. */
export const HOOK_RESULTS = ["ABANDON", "CONTINUE"] as const;
/** One of {@link HOOK_RESULTS}. */
export type HookResult = (typeof HOOK_RESULTS)[number];

/** The fields of a hook that can be modified. */
export interface HookSettings {
  readonly lifecycle_hook_type: HookType;
  readonly default_result: HookResult;
  /** Seconds. */
  readonly default_timeout: number;
  readonly notification_topic_urn: string;
  /** Empty when unset. */
  readonly notification_metadata: string;
}

/** A lifecycle hook; its name is its key in the group. */
export interface LifecycleHook {
  readonly name: string;
  readonly createTime: Date;
  settings: HookSettings;
}

/** @param abandoned which hook abandoned the instance; undefined when all let it continue */
export type Released = (abandoned: ActionFailure | undefined) => void;

/** One hook holds one instance. What the hook says about it was fixed when that began. */
export interface Suspension {
  /** The `lifecycle_action_key`. */
  readonly key: string;
  readonly instance: Instance;
  readonly hookName: string;
  readonly defaultResult: HookResult;
  status: "HANGING" | HookResult;
  /** When the default result applies. */
  timeout: Date;
  cancelTimeout: () => void;
  /** Called once for the instance, when no hook holds it any more. */
  readonly released: Released;
}
