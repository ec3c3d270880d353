import * as pulumi from "@pulumi/pulumi";
import type { InstanceProtectionArgs } from "./instance-claim-args";
import { ownUrn } from "./own-urn";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:InstanceProtection";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  scalingGroupId: undefined,
  instanceIds: undefined,
  region: undefined,
  projectId: undefined,
};

/**
 * Protects instances of an AS group from scale-in.
 *
 * Protection keeps automatic scale-in away from an instance. It does not keep an unhealthy one from being replaced, nor
 * anybody from taking it out by hand. AS lifts it when an instance leaves the group. A protection that somebody lifted is
 * drift, and given back by `up`; about an instance that has left, the preview says so. Removing the resource, or an ID
 * from it, lifts the protection of those that are still in the group.
 *
 * ```ts
 * new InstanceProtection("primary", { scalingGroupId: web.id, instanceIds: [primaryId] });
 * ```
 *
 * Several protections of one group do not fight, as long as each instance is named by one of them.
 *
 * @see as_06_0303
 */
export class InstanceProtection extends pulumi.CustomResource {
  /** ID of the group. */
  declare readonly scalingGroupId: pulumi.Output<string>;
  /** IDs of the protected instances. */
  declare readonly instanceIds: pulumi.Output<string[]>;
  /** Region that the group lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the group lives in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource
   * @param args which instances of which group are protected
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: InstanceProtectionArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = ownUrn(name, TYPE, opts?.parent);
    super(TYPE, name, { ...outputs, ...args, selfUrn, __provider: providerText("instanceProtection") }, opts);
  }
}
