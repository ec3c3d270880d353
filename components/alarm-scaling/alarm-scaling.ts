import * as pulumi from "@pulumi/pulumi";
import { isAbsent, recordOf } from "../../provider/core/record";
import { AsPolicy } from "../../provider/resource/as-policy";
import type { AsPolicyArgs, ScalingPolicyActionArgs } from "../../provider/resource/as-policy-args";
import { type Checked, checkedArguments } from "../checked";
import { declareChild } from "../child";
import type { AlarmScalingArgs, AlarmStepArgs } from "./alarm-scaling-args";
import { checkAlarmScaling } from "./plan/check";
import type { Direction } from "./plan/pair";
import { defaultAmounts, defaultCooldowns } from "./plan/defaults";

const TYPE = "otc:autoscaling:AlarmScaling";

const roles = { scaleOut: "out", scaleIn: "in" } as const;
const operations = { scaleOut: "ADD", scaleIn: "REMOVE" } as const;

/** The first policy has no number, so that a step that gets company stays the same policy. */
const nameOf = (name: string, direction: Direction, index: number): string =>
  `${name}-${roles[direction]}${index === 0 ? "" : `-${index + 1}`}`;

/** What a step does, when it is known; one that is null is not given, as the check reads it. */
function amountOf(
  direction: Direction,
  instanceNumber: number | null | undefined,
  instancePercentage: number | null | undefined,
): ScalingPolicyActionArgs {
  const { [direction]: operation } = operations;
  if (!isAbsent(instanceNumber)) return { operation, size: instanceNumber };
  if (!isAbsent(instancePercentage)) return { operation, percentage: instancePercentage };
  const { unit, value } = defaultAmounts[direction];
  return unit === "instances" ? { operation, size: value } : { operation, percentage: value };
}

/** The arguments of a policy that come from its step. */
function stepArgs(
  direction: Direction,
  { alarmId, instanceNumber, instancePercentage, coolDownTime }: AlarmStepArgs,
): Pick<AsPolicyArgs, "alarmId" | "scalingPolicyAction" | "coolDownTime"> {
  return {
    alarmId,
    scalingPolicyAction: pulumi
      .all([instanceNumber, instancePercentage])
      .apply(([instances, percentage]) => amountOf(direction, instances, percentage)),
    coolDownTime: pulumi.output(coolDownTime).apply((seconds) => seconds ?? defaultCooldowns[direction]),
  };
}

/**
 * Scales an AS group out quickly and in slowly, on alarm rules of Cloud Eye that exist: one AS policy for each step.
 *
 * ```ts
 * import { AsGroup } from "pulumi-otc-autoscaling";
 * import { AlarmScaling } from "pulumi-otc-autoscaling/components";
 *
 * declare const web: AsGroup;
 *
 * new AlarmScaling("cpu", {
 *   scalingGroupId: web.id,
 *   minInstanceNumber: web.minInstanceNumber,
 *   maxInstanceNumber: web.maxInstanceNumber,
 *   scaleOut: { alarmId: "al1700000000001abcDEF12Z", threshold: 70, instancePercentage: 50 },
 *   scaleIn: { alarmId: "al1700000000002abcDEF12Z", threshold: 30, instanceNumber: 1 },
 * });
 * ```
 *
 * A pair that would go back and forth under a constant load is refused, with the number of instances at which it would,
 * and with what would do. What is not known in a preview is checked by `up`, before the policies are created.
 *
 * @see as_06_0402
 */
export class AlarmScaling extends pulumi.ComponentResource {
  /** ID of the AS group. */
  readonly scalingGroupId: pulumi.Output<string>;
  /** IDs of the policies that scale out, in the order of the steps. */
  readonly scaleOutPolicyIds: pulumi.Output<string[]>;
  /** IDs of the policies that scale in, in the order of the steps. */
  readonly scaleInPolicyIds: pulumi.Output<string[]>;
  /** The policies that scale out: `<name>-out`, `<name>-out-2` and so on. */
  readonly scaleOutPolicies: readonly AsPolicy[];
  /** The policies that scale in: `<name>-in`, `<name>-in-2` and so on. */
  readonly scaleInPolicies: readonly AsPolicy[];

  /**
   * @param name name of the component, from which those of its policies are derived
   * @param args what scales the group
   * @param opts Pulumi's resource options
   * @throws pulumi.ResourceError when arguments that are known do not fit; all failures at once
   */
  constructor(name: string, args: AlarmScalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super(TYPE, name, {}, opts);
    // A program in JavaScript may have left them out.
    const given = recordOf(args) as unknown as AlarmScalingArgs;
    const { transform: _, ...rest } = given;
    const checked = checkedArguments(
      { component: this, title: "AlarmScaling", name },
      rest,
      checkAlarmScaling,
    );
    this.scaleOutPolicies = this.policies("scaleOut", name, given, checked);
    this.scaleInPolicies = this.policies("scaleIn", name, given, checked);
    this.scalingGroupId = pulumi.output(given.scalingGroupId);
    this.scaleOutPolicyIds = pulumi.all(this.scaleOutPolicies.map(({ id }) => id));
    this.scaleInPolicyIds = pulumi.all(this.scaleInPolicies.map(({ id }) => id));
    this.registerOutputs({
      scalingGroupId: this.scalingGroupId,
      scaleOutPolicyIds: this.scaleOutPolicyIds,
      scaleInPolicyIds: this.scaleInPolicyIds,
    });
  }

  /** One policy for each step of a direction. */
  private policies(direction: Direction, name: string, args: AlarmScalingArgs, checked: Checked): AsPolicy[] {
    return [args[direction]].flat().map((step, index) =>
      declareChild(this, AsPolicy, {
        name: nameOf(name, direction, index),
        args: {
          scalingResourceId: checked(args.scalingGroupId),
          scalingPolicyType: "ALARM",
          ...stepArgs(direction, step),
          enabled: args.enabled ?? true,
        },
        transform: args.transform?.[direction],
      }),
    );
  }
}
