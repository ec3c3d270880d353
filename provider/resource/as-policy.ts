import * as pulumi from "@pulumi/pulumi";
import type { Open } from "../core/as-group/model";
import type {
  PolicyMetaData,
  PolicyStatus,
  ScalingPolicyAction,
  ScalingPolicyType,
  ScalingResourceType,
  ScheduledPolicy,
} from "../core/as-policy/model";
import type { AsPolicyArgs } from "./as-policy-args";
import { existingId } from "./existing";
import { ownUrn } from "./own-urn";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:AsPolicy";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  scalingPolicyId: undefined,
  scalingPolicyName: undefined,
  scalingResourceId: undefined,
  scalingResourceType: undefined,
  policyStatus: undefined,
  scalingPolicyType: undefined,
  alarmId: undefined,
  scheduledPolicy: undefined,
  scalingPolicyAction: undefined,
  coolDownTime: undefined,
  createTime: undefined,
  metaData: undefined,
  description: undefined,
  enabled: undefined,
  region: undefined,
  projectId: undefined,
};

/**
 * An AS policy of Open Telekom Cloud: what changes the number of instances of an AS group, or the size of a bandwidth,
 * by itself – when an alarm is raised, at one moment, or again and again.
 *
 * ```ts
 * new AsPolicy("night", {
 *   scalingResourceId: web.id,
 *   scalingPolicyType: "RECURRENCE",
 *   scheduledPolicy: { launchTime: "20:00", recurrenceType: "Daily", endTime: "2027-12-31T00:00Z" },
 *   scalingPolicyAction: { operation: "SET", size: 1 },
 * });
 * ```
 *
 * Every change is made in place, also that of the trigger and of the resource: a policy that is replaced would need its
 * alarm rule twice at a time, which one rule does not do for two groups (AS.3034). A change that comes while the policy is
 * being executed (AS.3038) is tried again while `timeouts` allow.
 *
 * @see as_06_0402
 */
export class AsPolicy extends pulumi.CustomResource {
  /** ID of the policy; the same as `id`. */
  declare readonly scalingPolicyId: pulumi.Output<string>;
  /** Name of the policy. */
  declare readonly scalingPolicyName: pulumi.Output<string>;
  /** ID of the AS group or of the bandwidth. */
  declare readonly scalingResourceId: pulumi.Output<string>;
  /** `SCALING_GROUP` or `BANDWIDTH`. */
  declare readonly scalingResourceType: pulumi.Output<Open<ScalingResourceType>>;
  /** `INSERVICE`, `PAUSED`, or `EXECUTING` at the last operation. */
  declare readonly policyStatus: pulumi.Output<PolicyStatus>;
  /** What makes the policy act. */
  declare readonly scalingPolicyType: pulumi.Output<Open<ScalingPolicyType>>;
  /** Alarm rule of an `ALARM` policy. */
  declare readonly alarmId: pulumi.Output<string | undefined>;
  /** When a `SCHEDULED` or `RECURRENCE` policy acts. */
  declare readonly scheduledPolicy: pulumi.Output<ScheduledPolicy | undefined>;
  /** What the policy does. */
  declare readonly scalingPolicyAction: pulumi.Output<Partial<ScalingPolicyAction>>;
  /** Seconds after an action of this policy in which alarms do not scale. */
  declare readonly coolDownTime: pulumi.Output<number>;
  /** When the policy was created, such as `2026-01-31T12:00:00Z`. */
  declare readonly createTime: pulumi.Output<string>;
  /** The elastic IP address of a bandwidth. */
  declare readonly metaData: pulumi.Output<PolicyMetaData | undefined>;
  /** Description of the policy. */
  declare readonly description: pulumi.Output<string | undefined>;
  /** The policy acts. */
  declare readonly enabled: pulumi.Output<boolean>;
  /** Region that the policy lives in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the policy lives in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource, from which the policy's physical name is derived
   * @param args what the policy is to be
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: AsPolicyArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = ownUrn(name, TYPE, opts?.parent);
    super(TYPE, name, { ...outputs, ...args, selfUrn, __provider: providerText("asPolicy") }, opts);
  }

  /**
   * Looks up a policy that is managed elsewhere.
   *
   * @param name name of the resource in this program
   * @param id ID of the policy
   * @param opts Pulumi's resource options
   */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): AsPolicy {
    return new AsPolicy(name, {} as AsPolicyArgs, { ...opts, id: existingId("AS policy", name, id) });
  }
}
