import type { Input } from "@pulumi/pulumi";
import type { TimeoutsArgs } from "./as-group-args";

/** Arguments of an instance attachment. */
export interface InstanceAttachmentArgs {
  /** ID of the group. A change takes the instances out of the old group, then attaches them to the new one. */
  scalingGroupId: Input<string>;
  /**
   * IDs of at most 300 running ECSs in the VPC and in an availability zone of the group; their order does not count.
   * Attaching one that is in the group already succeeds. AS.4020: in another zone; AS.4021: in another VPC; AS.4027: in
   * another group; AS.2035: the group would exceed its `maxInstanceNumber`; AS.2036: without those that leave, it would
   * fall below its `minInstanceNumber`.
   */
  instanceIds: Input<Input<string>[]>;
  /**
   * How long each operation may wait until the group is idle and the instances are in service or have left.
   * @default { create: "10m", update: "10m", delete: "10m" }
   */
  timeouts?: Input<TimeoutsArgs>;
}

/** Arguments of an instance protection. */
export interface InstanceProtectionArgs {
  /** ID of the group. A change lifts the protection in the old group, then protects in the new one. */
  scalingGroupId: Input<string>;
  /**
   * IDs of at most 300 instances of the group, created by AS or attached; their order does not count. AS.4006: not in
   * the group.
   */
  instanceIds: Input<Input<string>[]>;
  /**
   * How long each operation may wait until the instances are in service and the group takes the change.
   * @default { create: "10m", update: "10m", delete: "10m" }
   */
  timeouts?: Input<TimeoutsArgs>;
}
