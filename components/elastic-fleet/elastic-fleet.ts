import * as pulumi from "@pulumi/pulumi";
import type { ScalingGroupStatus } from "../../provider/core/as-group/model";
import { isAbsent, recordOf } from "../../provider/core/record";
import { AsConfiguration } from "../../provider/resource/as-configuration";
import { AsGroup } from "../../provider/resource/as-group";
import { AsNotification } from "../../provider/resource/as-notification";
import { AsPolicy } from "../../provider/resource/as-policy";
import { LifecycleHook } from "../../provider/resource/lifecycle-hook";
import { declareChild } from "../child";
import { refuseIfWrong } from "../refusal";
import type { ElasticFleetArgs } from "./elastic-fleet-args";
import { groupArgsOf, hookNameOf } from "./group-args";
import { knownFleet } from "./known";
import { entriesOf, type Entries } from "./plan/entries";
import { fleetFailures } from "./plan/failures";
import { noRoom } from "./plan/room";

/**
 * An elastic fleet: an AS group with the AS configuration, the policies, the lifecycle hooks and the notifications that
 * belong to it.
 *
 * ```ts
 * import { ElasticFleet } from "pulumi-otc-autoscaling/components";
 *
 * const web = new ElasticFleet("web", {
 *   vpcId,
 *   networks: [{ id: subnetId }],
 *   instanceConfig: {
 *     flavorRef: "s3.medium.1",
 *     imageRef: imageId,
 *     disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
 *     keyName: "ops",
 *   },
 *   lbaasListeners: [{ poolId, protocolPort: 80 }],
 *   minInstanceNumber: 2,
 *   maxInstanceNumber: 10,
 *   refresh: true,
 * });
 * ```
 *
 * `AlarmScaling` and `ScheduledScaling` move its number of instances.
 *
 * A change of `instanceConfig` swaps the AS configuration: a new one is made, the group gets it, instances are replaced
 * when `refresh` asks for it, and the old one goes, or stays as one of `keepConfigurations`. An `AsGroup` and an
 * `AsConfiguration` of the same name that a program has declared alone become the fleet's without being replaced.
 *
 * A fleet with `protect: true` cannot be destroyed; its AS configuration can be replaced all the same.
 */
export class ElasticFleet extends pulumi.ComponentResource {
  /** The AS group. */
  readonly group: AsGroup;
  /** The AS configuration; none when it is made elsewhere. */
  readonly configuration: AsConfiguration | undefined;
  /** The policies, by name. */
  readonly policies: Readonly<Record<string, AsPolicy>>;
  /** The lifecycle hooks, by name. */
  readonly lifecycleHooks: Readonly<Record<string, LifecycleHook>>;
  /** The notifications of topics, by name. */
  readonly topics: Readonly<Record<string, AsNotification>>;
  /** ID of the group. */
  readonly scalingGroupId: pulumi.Output<string>;
  /** Name of the group. */
  readonly scalingGroupName: pulumi.Output<string>;
  /** `INSERVICE`, `PAUSED`, `ERROR` or `DELETING`. */
  readonly scalingGroupStatus: pulumi.Output<ScalingGroupStatus>;
  /** ID of the AS configuration from which new instances are made. */
  readonly scalingConfigurationId: pulumi.Output<string | undefined>;
  /** Number of instances at the last operation. */
  readonly currentInstanceNumber: pulumi.Output<number>;
  /** Wanted number of instances at the last operation; policies move it. */
  readonly desireInstanceNumber: pulumi.Output<number>;

  /**
   * @param name name of the component; the group and the AS configuration have it, too
   * @param args what the fleet is to be
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: ElasticFleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("otc:autoscaling:ElasticFleet", name, {}, opts);
    // A program in JavaScript may have left them out.
    const given = recordOf(args) as unknown as ElasticFleetArgs;
    const known = knownFleet(name, given);
    refuseIfWrong(this, "ElasticFleet", name, fleetFailures(known));
    const warning = noRoom(known);
    if (warning !== undefined) void pulumi.log.warn(warning, this);
    const transform = given.transform ?? {};

    this.configuration = this.ownConfiguration(name, given);
    this.group = declareChild(this, AsGroup, {
      name,
      // Either is given, as the check has found.
      args: groupArgsOf(given, this.configuration?.id ?? given.scalingConfigurationId ?? ""),
      transform: transform.group,
    });
    const scalingGroupId = this.group.id;
    this.policies = eachOf(given.policies, (key, policy) =>
      declareChild(this, AsPolicy, {
        name: `${name}-${key}`,
        args: { ...policy, scalingResourceId: scalingGroupId },
        transform: transform.policy,
      }),
    );
    this.lifecycleHooks = eachOf(given.lifecycleHooks, (key, hook) =>
      declareChild(this, LifecycleHook, {
        name: `${name}-${key}`,
        args: { ...hook, scalingGroupId, lifecycleHookName: hookNameOf(key, hook) },
        transform: transform.lifecycleHook,
      }),
    );
    this.topics = eachOf(given.topics, (key, topic) =>
      declareChild(this, AsNotification, {
        name: `${name}-${key}`,
        args: { ...topic, scalingGroupId },
        transform: transform.topic,
      }),
    );

    this.scalingGroupId = scalingGroupId;
    this.scalingGroupName = this.group.scalingGroupName;
    this.scalingGroupStatus = this.group.scalingGroupStatus;
    this.scalingConfigurationId = this.group.scalingConfigurationId;
    this.currentInstanceNumber = this.group.currentInstanceNumber;
    this.desireInstanceNumber = this.group.desireInstanceNumber;
    this.registerOutputs({
      scalingGroupId: this.scalingGroupId,
      scalingGroupName: this.scalingGroupName,
      scalingGroupStatus: this.scalingGroupStatus,
      scalingConfigurationId: this.scalingConfigurationId,
      currentInstanceNumber: this.currentInstanceNumber,
      desireInstanceNumber: this.desireInstanceNumber,
    });
  }
  private ownConfiguration(name: string, args: ElasticFleetArgs): AsConfiguration | undefined {
    const { instanceConfig, keepConfigurations, transform } = args;
    if (isAbsent(instanceConfig)) return undefined;
    return declareChild(this, AsConfiguration, {
      name,
      args: { instanceConfig, ...(isAbsent(keepConfigurations) ? {} : { keepConfigurations }) },
      // Every new image replaces it, which the engine refuses while it is protected, as a protected fleet would have it.
      options: { protect: false },
      transform: transform?.configuration,
    });
  }
}

const eachOf = <Args, Child>(
  entries: Entries<Args> | undefined,
  declare: (key: string, args: Args) => Child,
): Readonly<Record<string, Child>> =>
  Object.fromEntries(entriesOf(entries).map(([key, args]) => [key, declare(key, args)]));
