import * as pulumi from "@pulumi/pulumi";
import type { InstanceAttachmentArgs } from "./instance-claim-args";
import { ownUrn } from "./own-urn";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:InstanceAttachment";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  scalingGroupId: undefined,
  instanceIds: undefined,
  region: undefined,
  projectId: undefined,
};

/**
 * Attaches existing ECSs to an AS group, and takes them out again. It never deletes one.
 *
 * Creating it adds the instances in batches of ten, while no other scaling action is in progress, and waits until they
 * are in service. Their number is added to the desired number of the group. An instance that left the group meanwhile is
 * drift, and attached again by `up`. Removing the resource, or an ID from it, takes instances out of the group; they
 * keep running.
 *
 * ```ts
 * new InstanceAttachment("legacy", { scalingGroupId: web.id, instanceIds: [server.id] });
 * ```
 *
 * Several attachments of one group do not fight, as long as each instance is named by one of them.
 *
 * @see as_06_0303
 */
export class InstanceAttachment extends pulumi.CustomResource {
  /** ID of the group. */
  declare readonly scalingGroupId: pulumi.Output<string>;
  /** IDs of the attached instances. */
  declare readonly instanceIds: pulumi.Output<string[]>;
  /** Region that the group lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the group lives in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource
   * @param args which instances are attached to which group
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: InstanceAttachmentArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = ownUrn(name, TYPE, opts?.parent);
    super(TYPE, name, { ...outputs, ...args, selfUrn, __provider: providerText("instanceAttachment") }, opts);
  }
}
