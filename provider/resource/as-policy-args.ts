import type { Input } from "@pulumi/pulumi";
import type {
  PolicyOperation,
  RecurrenceType,
  ScalingPolicyType,
  ScalingResourceType,
} from "../core/as-policy/model";
import type { OperationTimeoutsArgs } from "./operation-timeouts-args";

/** When a policy acts. All times are UTC. The object is always sent whole. */
export interface ScheduledPolicyArgs {
  /**
   * When the policy acts: a moment `YYYY-MM-DDThh:mmZ` of a `SCHEDULED` policy, a time of day `hh:mm` of a `RECURRENCE`
   * policy. A moment that has passed is refused when the policy is created or its schedule changes (AS.3010); later it
   * stays as it is.
   */
  launchTime: Input<string>;
  /** How often a `RECURRENCE` policy acts; required for it, and for it only. */
  recurrenceType?: Input<RecurrenceType>;
  /**
   * Days on which a `RECURRENCE` policy acts, separated by commas and nothing else: from `1` (Sunday) to `7` (Saturday)
   * with `Weekly`, from `1` to `31` with `Monthly`; required for both. Not for `Daily`.
   */
  recurrenceValue?: Input<string>;
  /**
   * From when on a `RECURRENCE` policy acts, `YYYY-MM-DDThh:mmZ`, before `endTime`.
   * @default - the moment at which the service makes the policy; that of the update when it leaves the program
   */
  startTime?: Input<string>;
  /**
   * Until when a `RECURRENCE` policy acts, `YYYY-MM-DDThh:mmZ`; required for it, and for it only. An end that has passed
   * is refused when the policy is created or its schedule changes (AS.3007).
   */
  endTime?: Input<string>;
}

/** What a policy does. The object is always sent whole. */
export interface ScalingPolicyActionArgs {
  /**
   * `ADD`, `REMOVE` (or `REDUCE`, which means the same) or `SET`. A bandwidth knows no `REMOVE`.
   * @default "ADD"
   */
  operation?: Input<PolicyOperation>;
  /**
   * Number of instances, or Mbit/s of a bandwidth: 1 to 300. 0 only for `SET` of instances. Excludes `percentage`
   * (AS.3036).
   * @default - 1, without `percentage`
   */
  size?: Input<number>;
  /**
   * Percentage of the present instances: 1 to 20000, 0 only with `SET`. Not for bandwidths. A fraction above 1 is rounded
   * down, one between 0 and 1 up. Excludes `size` (AS.3036).
   */
  percentage?: Input<number>;
  /**
   * Mbit/s that `ADD` does not exceed and `REDUCE` does not undercut. For bandwidths only, and not with `SET`.
   * @default - no limit
   */
  limits?: Input<number>;
}

/** Arguments of an AS policy. All of them can change without replacing the policy. */
export interface AsPolicyArgs {
  /**
   * Name of the policy: 1 to 64 characters of `A-Z a-z 0-9 _ -`. The service does not demand that it is unique.
   * @default - the resource's name and 7 hexadecimal digits that depend on its URN
   */
  scalingPolicyName?: Input<string>;
  /**
   * ID of the AS group, or of the bandwidth, that the policy scales. The policy moves when it changes. A group has at
   * most 50 policies (AS.3032), and they go with it when it is deleted.
   */
  scalingResourceId: Input<string>;
  /**
   * What `scalingResourceId` is: `SCALING_GROUP` or `BANDWIDTH`.
   * @default "SCALING_GROUP"
   */
  scalingResourceType?: Input<ScalingResourceType>;
  /**
   * What makes the policy act: `ALARM` (with `alarmId`), `SCHEDULED` or `RECURRENCE` (with `scheduledPolicy`). May change
   * in place.
   */
  scalingPolicyType: Input<ScalingPolicyType>;
  /**
   * ID of the Cloud Eye alarm rule of an `ALARM` policy, and of no other. The service adds the policy to the rule's
   * actions. A rule serves policies of one group only (AS.3034).
   */
  alarmId?: Input<string>;
  /** When a `SCHEDULED` or `RECURRENCE` policy acts; required for these, and for these only. */
  scheduledPolicy?: Input<ScheduledPolicyArgs>;
  /**
   * What the policy does.
   * @default - what the service takes for it, ADD of 1, or what an adopted policy has
   */
  scalingPolicyAction?: Input<ScalingPolicyActionArgs>;
  /**
   * Seconds after an action of this policy in which alarms do not scale, 0 to 86400.
   * @default - 300, or what an adopted policy has
   */
  coolDownTime?: Input<number>;
  /** Description: 1 to 256 characters. */
  description?: Input<string>;
  /**
   * The policy acts. `false`: it is paused. A policy whose time has passed cannot be enabled (AS.3010, AS.3033).
   * @default true
   */
  enabled?: Input<boolean>;
  /** How long to go on trying while the policy is being executed, or its group is locked. */
  timeouts?: Input<OperationTimeoutsArgs>;
  /**
   * ID of a policy that exists, which this resource takes over instead of creating one. The preview says how program and
   * policy differ; `up` changes just that. What the program does not mention stays as it is, the name included. Once the
   * resource has a policy, the argument does nothing and may be taken out.
   * @default - a new policy is created
   */
  adoptId?: Input<string>;
}
