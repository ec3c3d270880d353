import type { Input } from "@pulumi/pulumi";
import type { HealthPeriodicAuditMethod } from "../../provider/core/as-group/model";
import type { AsConfigurationArgs, InstanceConfigArgs } from "../../provider/resource/as-configuration-args";
import type { AsGroupArgs } from "../../provider/resource/as-group-args";
import type { AsNotificationArgs } from "../../provider/resource/as-notification-args";
import type { AsPolicyArgs } from "../../provider/resource/as-policy-args";
import type { RefreshMannerArgs } from "../../provider/resource/instance-refresh-args";
import type { LifecycleHookArgs } from "../../provider/resource/lifecycle-hook-args";
import type { Transform } from "../child";

/** A policy of a fleet: an `AsPolicy` that need not be told its group. */
export type FleetPolicyArgs = Omit<AsPolicyArgs, "scalingResourceId" | "scalingResourceType">;

/** A lifecycle hook of a fleet: a `LifecycleHook` that need not be told its group. */
export type FleetLifecycleHookArgs = Omit<LifecycleHookArgs, "scalingGroupId" | "adoptId">;

/** A topic that is told about events of a fleet: an `AsNotification` that need not be told its group. */
export type FleetTopicArgs = Omit<AsNotificationArgs, "scalingGroupId">;

/** What a program changes about the children of a fleet. */
export interface ElasticFleetTransforms {
  /** The AS configuration. */
  configuration?: Transform<AsConfigurationArgs>;
  /** The AS group. */
  group?: Transform<AsGroupArgs>;
  /** Each policy. */
  policy?: Transform<AsPolicyArgs>;
  /** Each lifecycle hook. Its name is not for a transformation: give `lifecycleHookName` in `lifecycleHooks`. */
  lifecycleHook?: Transform<LifecycleHookArgs>;
  /** Each notification of a topic. */
  topic?: Transform<AsNotificationArgs>;
}

/**
 * Arguments of a fleet: those of its group, the template of its instances, and what belongs to it.
 *
 * Every argument of an `AsGroup` may be given, with the same meaning. Three have another default here:
 * `minInstanceNumber`, `maxInstanceNumber` and `healthPeriodicAuditMethod`.
 */
export interface ElasticFleetArgs extends Omit<
  AsGroupArgs,
  "scalingConfigurationId" | "refreshOnConfigurationChange" | "initialLifecycleHooks"
> {
  /**
   * The template of instances. An AS configuration is made of it, and a new one whenever it changes: the new one first,
   * then the group gets it, then the old one goes. Excludes `scalingConfigurationId`; one of the two must be given.
   *
   * @see as_06_0201
   */
  instanceConfig?: Input<InstanceConfigArgs>;
  /** ID of an AS configuration that is made elsewhere. Excludes `instanceConfig`. */
  scalingConfigurationId?: Input<string>;
  /**
   * Replace the instances, in batches, by the update that changes their template. `true`, or how: see
   * `RefreshMannerArgs`.
   *
   * @default false: existing instances stay as they are
   */
  refresh?: Input<boolean | RefreshMannerArgs>;
  /**
   * How many AS configurations that were replaced stay, for a quick way back: 0 to 50. Only with `instanceConfig`.
   *
   * @default 0
   */
  keepConfigurations?: Input<number>;
  /**
   * Smallest number of instances, 0 to 300.
   *
   * @default 1, or 0 when `desireInstanceNumber` or `maxInstanceNumber` is 0
   */
  minInstanceNumber?: Input<number>;
  /**
   * Largest number of instances, 0 to 300.
   *
   * @default - the larger of `minInstanceNumber` and `desireInstanceNumber`; with `policies`, which need room, it is
   *   required when these leave none
   */
  maxInstanceNumber?: Input<number>;
  /**
   * How unhealthy instances are found: `NOVA_AUDIT` by the ECS, `ELB_AUDIT` by the load balancer (which must be given).
   * The fleet always says it, so that it changes when a load balancer is attached or detached later.
   *
   * @default - `ELB_AUDIT` with a load balancer, else `NOVA_AUDIT`
   */
  healthPeriodicAuditMethod?: Input<HealthPeriodicAuditMethod>;
  /**
   * Policies by name, at most 50 (AS.3032). Each is the resource `<fleet>-<name>`. For pairs of alarms and for timetables
   * there are `AlarmScaling` and `ScheduledScaling`.
   *
   * @default - none
   */
  policies?: Readonly<Record<string, FleetPolicyArgs | undefined>>;
  /**
   * Lifecycle hooks by name, at most five (AS.7038): 1 to 32 characters of `A-Z a-z 0-9 _ -`, which is the name in the
   * service, too, unless `lifecycleHookName` gives another. They are there before the first instance comes. Each is the
   * resource `<fleet>-<name>`.
   *
   * @default - none
   */
  lifecycleHooks?: Readonly<Record<string, FleetLifecycleHookArgs | undefined>>;
  /**
   * Topics of the Simple Message Notification service that are told about events of the group, by any name; at most five.
   * Each is the resource `<fleet>-<name>`. The argument `notifications`, which the API has besides, only sends mails.
   *
   * @default - none
   */
  topics?: Readonly<Record<string, FleetTopicArgs | undefined>>;
  /**
   * What is to be otherwise about the children: members laid over their arguments, or a function.
   *
   * @default - nothing
   */
  transform?: ElasticFleetTransforms;
}
