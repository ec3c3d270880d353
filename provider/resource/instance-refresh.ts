import * as pulumi from "@pulumi/pulumi";
import type { InstanceRefreshArgs } from "./instance-refresh-args";
import { ownUrn } from "./own-urn";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:InstanceRefresh";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  scalingGroupId: undefined,
  triggers: undefined,
  replacedInstanceNumber: undefined,
  complete: undefined,
  region: undefined,
  projectId: undefined,
};

/**
 * Replaces the old instances of an AS group in batches, and blocks until the last one is replaced.
 *
 * A new AS configuration leaves the instances of a group as they are. An instance refresh replaces them when it is
 * created, and whenever its `triggers` change. Old are the instances that AS created from another AS configuration than
 * the group's present one. Instances that were attached by hand are never touched.
 *
 * ```ts
 * new InstanceRefresh("web", {
 *   scalingGroupId: web.id,
 *   triggers: { configuration: web.scalingConfigurationId },
 *   maxSurge: 2,
 * });
 * ```
 *
 * An interrupted refresh is completed by the next `up`; its journal is kept in a tag of the group. The first scaling
 * action that fails halts it. Several refreshes of one group must not run at once; the second refuses. Removing the
 * resource does nothing to the group.
 *
 * @see as_06_0303
 */
export class InstanceRefresh extends pulumi.CustomResource {
  /** ID of the group; the same as `id`. */
  declare readonly scalingGroupId: pulumi.Output<string>;
  /** The values whose change replaces the instances. */
  declare readonly triggers: pulumi.Output<Record<string, unknown> | undefined>;
  /** Number of instances that the last run replaced. */
  declare readonly replacedInstanceNumber: pulumi.Output<number>;
  /** False after a run that halted: the next `up` goes on. */
  declare readonly complete: pulumi.Output<boolean>;
  /** Region that the group lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the group lives in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource
   * @param args which instances are replaced, when, and how
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: InstanceRefreshArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = ownUrn(name, TYPE, opts?.parent);
    super(TYPE, name, { ...outputs, ...args, selfUrn, __provider: providerText("instanceRefresh") }, opts);
  }
}
