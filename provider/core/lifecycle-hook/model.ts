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
  readonly lifecycleHookName: string;
  readonly lifecycleHookType: Open<LifecycleHookType>;
  readonly defaultResult: Open<DefaultResult>;
  readonly defaultTimeout: number;
  readonly notificationTopicUrn: string;
  /** The last part of the URN. */
  readonly notificationTopicName?: string;
  readonly notificationMetadata?: string;
  readonly createTime: string;
}

/** A hook with its group, which the service does not name. */
export interface HookOfGroup extends LifecycleHook {
  readonly scalingGroupId: string;
}
