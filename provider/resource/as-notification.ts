import * as pulumi from "@pulumi/pulumi";
import type { Open } from "../core/as-group/model";
import type { TopicScene } from "../core/as-notification/model";
import type { AsNotificationArgs } from "./as-notification-args";
import { existingId } from "./existing";
import { ownUrn } from "./own-urn";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:AsNotification";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  scalingGroupId: undefined,
  topicUrn: undefined,
  topicScene: undefined,
  topicName: undefined,
  region: undefined,
  projectId: undefined,
};

/**
 * Tells a topic of the Simple Message Notification service (SMN) about events of an AS group.
 *
 * ```ts
 * new AsNotification("alerts", {
 *   scalingGroupId: web.id,
 *   topicUrn: topicUrn,
 *   topicScene: ["SCALING_UP_FAIL", "SCALING_DOWN_FAIL", "SCALING_GROUP_ABNORMAL"],
 * });
 * ```
 *
 * This is not the argument `notifications` of an `AsGroup`, which only sends mails. The documents name the operations
 * without their bodies: those are as in other clouds that run the same product. A group tells at most five topics.
 *
 * @see as_07_0209
 */
export class AsNotification extends pulumi.CustomResource {
  /** ID of the AS group. */
  declare readonly scalingGroupId: pulumi.Output<string>;
  /** URN of the SMN topic. */
  declare readonly topicUrn: pulumi.Output<string>;
  /** Events that the topic is told about. */
  declare readonly topicScene: pulumi.Output<Open<TopicScene>[]>;
  /** Name of the SMN topic. */
  declare readonly topicName: pulumi.Output<string | undefined>;
  /** Region that the group lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the group lives in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource
   * @param args which topic is told about what
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: AsNotificationArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = ownUrn(name, TYPE, opts?.parent);
    super(TYPE, name, { ...outputs, ...args, selfUrn, __provider: providerText("asNotification") }, opts);
  }

  /**
   * Looks up a notification that is managed elsewhere.
   *
   * @param name name of the resource in this program
   * @param id `<id of the AS group>/<URN of the topic>`
   * @param opts Pulumi's resource options
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): AsNotification {
    return new AsNotification(name, {} as AsNotificationArgs, {
      ...opts,
      id: existingId("AS notification", name, id),
    });
  }
}
