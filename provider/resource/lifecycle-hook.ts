import * as pulumi from "@pulumi/pulumi";
import type { Open } from "../core/as-group/model";
import type { DefaultResult, LifecycleHookType } from "../core/lifecycle-hook/model";
import type { LifecycleHookArgs } from "./lifecycle-hook-args";
import { existingId } from "./existing";
import { ownUrn } from "./own-urn";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:LifecycleHook";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  scalingGroupId: undefined,
  lifecycleHookName: undefined,
  lifecycleHookType: undefined,
  defaultResult: undefined,
  defaultTimeout: undefined,
  notificationTopicUrn: undefined,
  notificationTopicName: undefined,
  notificationMetadata: undefined,
  createTime: undefined,
  region: undefined,
  projectId: undefined,
};

/**
 * A lifecycle hook of an AS group: it holds every instance that comes, or that leaves, until somebody calls back or its
 * time is over.
 *
 * ```ts
 * new LifecycleHook("drain", {
 *   scalingGroupId: web.id,
 *   lifecycleHookType: "INSTANCE_TERMINATING",
 *   defaultResult: "CONTINUE",
 *   defaultTimeout: 300,
 *   notificationTopicUrn: topicUrn,
 * });
 * ```
 *
 * A hook that must see the very first instances of a group belongs to the group's `initialLifecycleHooks`. Hooks cannot
 * change while a scaling action is in progress: that is waited for as long as `timeouts` allow. A group has at most five
 * hooks (AS.7038).
 *
 * @see as_06_0901
 */
export class LifecycleHook extends pulumi.CustomResource {
  /** ID of the AS group. */
  declare readonly scalingGroupId: pulumi.Output<string>;
  /** Name of the hook. */
  declare readonly lifecycleHookName: pulumi.Output<string>;
  /** `INSTANCE_LAUNCHING` or `INSTANCE_TERMINATING`. */
  declare readonly lifecycleHookType: pulumi.Output<Open<LifecycleHookType>>;
  /** What happens when nobody calls back in time. */
  declare readonly defaultResult: pulumi.Output<Open<DefaultResult>>;
  /** Seconds for which an instance is held. */
  declare readonly defaultTimeout: pulumi.Output<number>;
  /** URN of the SMN topic. */
  declare readonly notificationTopicUrn: pulumi.Output<string>;
  /** Name of the SMN topic. */
  declare readonly notificationTopicName: pulumi.Output<string | undefined>;
  /** What the announcement says besides. */
  declare readonly notificationMetadata: pulumi.Output<string | undefined>;
  /** When the hook was created, such as `2026-01-31T12:00:00Z`. */
  declare readonly createTime: pulumi.Output<string>;
  /** Region that the hook lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the hook lives in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource, from which the hook's physical name is derived
   * @param args what the hook is to be
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: LifecycleHookArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = ownUrn(name, TYPE, opts?.parent);
    super(TYPE, name, { ...outputs, ...args, selfUrn, __provider: providerText("lifecycleHook") }, opts);
  }

  /**
   * Looks up a hook that is managed elsewhere.
   *
   * @param name name of the resource in this program
   * @param id `<id of the AS group>/<name of the hook>`
   * @param opts Pulumi's resource options
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): LifecycleHook {
    return new LifecycleHook(name, {} as LifecycleHookArgs, {
      ...opts,
      id: existingId("lifecycle hook", name, id),
    });
  }
}
