import * as pulumi from "@pulumi/pulumi";
import * as E from "fp-ts/Either";
import { recordOf } from "../../provider/core/record";
import { AsPolicy } from "../../provider/resource/as-policy";
import type { AsPolicyArgs } from "../../provider/resource/as-policy-args";
import { checkedArguments, knownPart, type Checked } from "../checked";
import { declareChild } from "../child";
import { nextActions } from "./next-actions";
import type { ScheduledAction } from "./plan/actions";
import { boundFailures } from "./plan/bounds";
import { planTimetable, type Plan } from "./plan/plan";
import type { PlannedPolicy } from "./plan/policy";
import { otherFailures, soundNumber } from "./plan/read";
import type { Timetable } from "./plan/timetable";
import type { ScheduledScalingArgs } from "./scheduled-scaling-args";

/** Quota of policies of a group. */
const MAX_POLICIES = 50;

/** A plan, and what lets values through when all arguments are known and sound. */
function soundPlan(
  component: pulumi.ComponentResource,
  name: string,
  args: ScheduledScalingArgs,
): { readonly plan: Plan; readonly checked: Checked } {
  const { transform: _, ...given } = recordOf(args);
  const known = recordOf(knownPart(given));
  const planned = planTimetable(known, new Date(), soundNumber("maxPolicies", known) ?? MAX_POLICIES);
  const checked = checkedArguments({ component, title: "ScheduledScaling", name }, given, (all) => [
    ...otherFailures(all),
    ...(E.isLeft(planned)
      ? planned.left
      : boundFailures(
          planned.right.timetable,
          soundNumber("minInstanceNumber", all),
          soundNumber("maxInstanceNumber", all),
        )),
  ]);
  if (E.isLeft(planned)) throw new Error("an unsound timetable was not refused");
  return { plan: planned.right, checked };
}

/** A program whose timetable is over goes on: everything else in it still has to be deployable. */
function warnOfNothing(component: pulumi.ComponentResource, name: string, { until }: Plan): void {
  void pulumi.log.warn(
    `nothing is planned any more until ${until}, and the number of instances stays as it is: ` +
      `give entries that are not over and a later until, or take ${name} out of the program`,
    component,
  );
}

function policyArgs(policy: PlannedPolicy, args: ScheduledScalingArgs, checked: Checked): AsPolicyArgs {
  const { coolDownTime, enabled } = args;
  return {
    scalingResourceId: checked(args.scalingGroupId),
    scalingPolicyType: policy.scalingPolicyType,
    scheduledPolicy: policy.scheduledPolicy,
    scalingPolicyAction: { operation: "SET", size: policy.desireInstanceNumber },
    description: `${policy.desireInstanceNumber} instances at ${policy.at} in ${args.timeZone}`,
    ...(coolDownTime === undefined ? {} : { coolDownTime }),
    ...(enabled === undefined ? {} : { enabled }),
  };
}

/**
 * The number of instances of an AS group by a timetable, in the time of clocks on the wall.
 *
 * ```ts
 * import { ScheduledScaling } from "pulumi-otc-autoscaling/components";
 *
 * declare const groupId: string;
 *
 * export const hours = new ScheduledScaling("office-hours", {
 *   scalingGroupId: groupId,
 *   timeZone: "Europe/Berlin",
 *   timetable: [
 *     { at: "07:00", days: "weekdays", desireInstanceNumber: 12 },
 *     { at: "20:00", desireInstanceNumber: 3 },
 *   ],
 *   exceptions: [{ from: "2026-12-24", until: "2027-01-01" }],
 * });
 * ```
 *
 * AS knows UTC only. Each entry becomes a periodic policy for every time between two changes of clocks, up to the last
 * date that is planned. `protect` of the component does not protect the policies. See the guide about scheduled scaling.
 *
 * @see as_06_0402
 */
export class ScheduledScaling extends pulumi.ComponentResource {
  /** The policies that have not acted for the last time. */
  readonly policies: readonly AsPolicy[];
  /** Their IDs. */
  readonly policyIds: pulumi.Output<string[]>;
  /** Last date that is planned, `YYYY-MM-DD`. Run `up` before it has passed. */
  readonly plannedUntil: pulumi.Output<string>;

  /** The timetable, planned until a date that does not move. */
  private readonly planned: Timetable;

  /**
   * @param name name of the component, with which the names of the policies begin
   * @param args the timetable, and the group that follows it
   * @param opts Pulumi's resource options
   * @throws pulumi.ResourceError when arguments that are known do not fit
   */
  constructor(name: string, args: ScheduledScalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("otc:autoscaling:ScheduledScaling", name, {}, opts);
    const { plan, checked } = soundPlan(this, name, args);
    this.planned = plan.timetable;
    if (plan.policies.length === 0) warnOfNothing(this, name, plan);
    this.policies = plan.policies.map((policy) =>
      declareChild(this, AsPolicy, {
        name: `${name}-${policy.name}`,
        args: policyArgs(policy, args, checked),
        // What is over is deleted by the next update, which the engine refuses for what is protected.
        options: { protect: false },
        transform: args.transform,
      }),
    );
    this.policyIds = pulumi.all(this.policies.map(({ id }) => id));
    this.plannedUntil = pulumi.output(plan.until);
    this.registerOutputs({ policyIds: this.policyIds, plannedUntil: this.plannedUntil });
  }

  /**
   * What the timetable does next, in the order of time.
   *
   * @param count how many actions; there are fewer when the plan ends before
   * @param from after which moment
   */
  nextActions(count: number, from: Date = new Date()): readonly ScheduledAction[] {
    return nextActions(this.planned, count, from);
  }
}
