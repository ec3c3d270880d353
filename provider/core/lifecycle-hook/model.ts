/** The lifecycle hook as this package sees it: the API's words in camelCase. */
import type { Open } from "../as-group/model";

/** When a hook holds an instance: before it goes into service, or before it leaves. */
export type LifecycleHookType = "INSTANCE_LAUNCHING" | "INSTANCE_TERMINATING";

/** What happens to an instance when nobody calls back in time. */
export type DefaultResult = "ABANDON" | "CONTINUE";

/** What the create and modify operations take. */
export interface LifecycleHookSettings {
  readonly lifecycleHookType: LifecycleHookType;
  readonly defaultResult?: DefaultResult;
  /** Seconds. */
  readonly defaultTimeout?: number;
  readonly notificationTopicUrn: string;
  readonly notificationMetadata?: string;
}

/** The live hook. Within a group, its name is its key. */
export interface LifecycleHook {
  /** Name of the hook, unique in its group: 1 to 32 characters. */
  readonly lifecycleHookName: string;
  /** When the hook holds an instance: `INSTANCE_LAUNCHING` or `INSTANCE_TERMINATING`. */
  readonly lifecycleHookType: Open<LifecycleHookType>;
  /** What happens when nobody calls back in time: `ABANDON` or `CONTINUE`. */
  readonly defaultResult: Open<DefaultResult>;
  /** Seconds for which an instance is held, 60 to 86400. */
  readonly defaultTimeout: number;
  /** URN of the SMN topic to which each held instance is announced. */
  readonly notificationTopicUrn: string;
  /** The last part of the URN. */
  readonly notificationTopicName?: string;
  /** What the announcement says besides, up to 256 characters. */
  readonly notificationMetadata?: string;
  /** When the hook was created, such as `2026-01-31T12:00:00Z`. */
  readonly createTime: string;
}

/** A hook with its group, which the service does not name. */
export interface HookOfGroup extends LifecycleHook {
  readonly scalingGroupId: string;
}
