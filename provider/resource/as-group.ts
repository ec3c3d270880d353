import * as pulumi from "@pulumi/pulumi";
import type {
  ActivityType,
  HealthPeriodicAuditMethod,
  InstanceTerminatePolicy,
  MultiAzPriorityPolicy,
  Open,
  ScalingGroupStatus,
} from "../core/as-group/model";
import type { AsGroupArgs } from "./as-group-args";
import type { LbaasListenerOutput, NetworkOutput, ResourceReference } from "./as-group-outputs";
import { existingId } from "./existing";
import { ownUrn } from "./own-urn";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:AsGroup";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  scalingGroupId: undefined,
  scalingGroupName: undefined,
  scalingGroupStatus: undefined,
  scalingConfigurationId: undefined,
  scalingConfigurationName: undefined,
  currentInstanceNumber: undefined,
  desireInstanceNumber: undefined,
  minInstanceNumber: undefined,
  maxInstanceNumber: undefined,
  coolDownTime: undefined,
  lbListenerId: undefined,
  lbaasListeners: undefined,
  availableZones: undefined,
  networks: undefined,
  securityGroups: undefined,
  createTime: undefined,
  vpcId: undefined,
  detail: undefined,
  isScaling: undefined,
  activityType: undefined,
  healthPeriodicAuditMethod: undefined,
  healthPeriodicAuditTime: undefined,
  healthPeriodicAuditGracePeriod: undefined,
  instanceTerminatePolicy: undefined,
  notifications: undefined,
  deletePublicip: undefined,
  deleteVolume: undefined,
  cloudLocationId: undefined,
  enterpriseProjectId: undefined,
  multiAzPriorityPolicy: undefined,
  description: undefined,
  tags: undefined,
  region: undefined,
  projectId: undefined,
};

/**
 * An Auto Scaling group of Open Telekom Cloud.
 *
 * Every preview compares the program with the live group and says what `up` will do; a change that the group does not
 * allow is refused there, with the reason and the ways out. `up` changes exactly what differs.
 *
 * ```ts
 * const web = new AsGroup("web", {
 *   vpcId,
 *   networks: [{ id: subnetId }],
 *   scalingConfigurationId: configurationId,
 *   minInstanceNumber: 2,
 *   desireInstanceNumber: 3,
 *   maxInstanceNumber: 10,
 * });
 * ```
 *
 * @see as_06_0101
 */
export class AsGroup extends pulumi.CustomResource {
  /** ID of the group; the same as `id`. */
  declare readonly scalingGroupId: pulumi.Output<string>;
  /** Name of the group. */
  declare readonly scalingGroupName: pulumi.Output<string>;
  /** `INSERVICE`, `PAUSED`, `ERROR` (see `detail`) or `DELETING`. */
  declare readonly scalingGroupStatus: pulumi.Output<ScalingGroupStatus>;
  /** AS configuration from which new instances are made. */
  declare readonly scalingConfigurationId: pulumi.Output<string | undefined>;
  /** Name of the AS configuration. */
  declare readonly scalingConfigurationName: pulumi.Output<string | undefined>;
  /** Number of instances at the last operation. */
  declare readonly currentInstanceNumber: pulumi.Output<number>;
  /** Wanted number of instances at the last operation; policies move it. */
  declare readonly desireInstanceNumber: pulumi.Output<number>;
  /** Smallest number of instances. */
  declare readonly minInstanceNumber: pulumi.Output<number>;
  /** Largest number of instances. */
  declare readonly maxInstanceNumber: pulumi.Output<number>;
  /** Cooldown, in seconds. */
  declare readonly coolDownTime: pulumi.Output<number>;
  /** Listener IDs of classic load balancers, separated by commas. */
  declare readonly lbListenerId: pulumi.Output<string | undefined>;
  /** Backend server groups that instances join. */
  declare readonly lbaasListeners: pulumi.Output<LbaasListenerOutput[]>;
  /** Availability zones for new instances. */
  declare readonly availableZones: pulumi.Output<string[]>;
  /** Subnets that instances are attached to; the first is the primary NIC. */
  declare readonly networks: pulumi.Output<NetworkOutput[]>;
  /** Security groups of the group. */
  declare readonly securityGroups: pulumi.Output<ResourceReference[]>;
  /** When the group was created, such as `2026-01-31T12:00:00Z`. */
  declare readonly createTime: pulumi.Output<string>;
  /** VPC of the group. */
  declare readonly vpcId: pulumi.Output<string>;
  /** Why the last scaling action failed. */
  declare readonly detail: pulumi.Output<string | undefined>;
  /** A scaling action was in progress at the last operation. */
  declare readonly isScaling: pulumi.Output<boolean>;
  /** What the scaling action did. */
  declare readonly activityType: pulumi.Output<ActivityType | undefined>;
  /** How unhealthy instances are found. */
  declare readonly healthPeriodicAuditMethod: pulumi.Output<Open<HealthPeriodicAuditMethod>>;
  /** Minutes between health checks; 0 means every 10 seconds. */
  declare readonly healthPeriodicAuditTime: pulumi.Output<number>;
  /** Seconds after which a new instance's health counts. */
  declare readonly healthPeriodicAuditGracePeriod: pulumi.Output<number>;
  /** Which instance leaves first in a scale-in. */
  declare readonly instanceTerminatePolicy: pulumi.Output<Open<InstanceTerminatePolicy>>;
  /** How the tenant is told about scaling actions. */
  declare readonly notifications: pulumi.Output<string[]>;
  /** EIPs of instances that leave are released. */
  declare readonly deletePublicip: pulumi.Output<boolean>;
  /** Data disks of instances that leave are deleted. */
  declare readonly deleteVolume: pulumi.Output<boolean>;
  /** Reserved by the service. */
  declare readonly cloudLocationId: pulumi.Output<string | undefined>;
  /** Enterprise project of the group. */
  declare readonly enterpriseProjectId: pulumi.Output<string | undefined>;
  /** How instances are spread over the zones. */
  declare readonly multiAzPriorityPolicy: pulumi.Output<Open<MultiAzPriorityPolicy>>;
  /** Description of the group. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** Tags, when the program manages them. */
  declare readonly tags: pulumi.Output<Record<string, string> | undefined>;
  /** Region that the group lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the group lives in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource, from which the group's physical name is derived
   * @param args what the group is to be
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: AsGroupArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = ownUrn(name, TYPE, opts?.parent);
    super(TYPE, name, { ...outputs, ...args, selfUrn, __provider: providerText("asGroup") }, opts);
  }

  /**
   * Looks up a group that is managed elsewhere.
   *
   * @param name name of the resource in this program
   * @param id ID of the group
   * @param opts Pulumi's resource options
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): AsGroup {
    return new AsGroup(name, {} as AsGroupArgs, { ...opts, id: existingId("AS group", name, id) });
  }
}
