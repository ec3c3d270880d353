import type { Input } from "@pulumi/pulumi";
import type { AsPolicyArgs } from "../../provider/resource/as-policy-args";
import type { Transform } from "../child";
import type { AlarmMetric } from "./plan/pair";

export type { AlarmMetric } from "./plan/pair";

/** An alarm rule of Cloud Eye and what happens when it raises its alarm. */
export interface AlarmStepArgs {
  /**
   * ID of the alarm rule. Each step needs one of its own, and a rule serves one group only (AS.3034). It exists already:
   * this package does not create alarm rules.
   */
  alarmId: Input<string>;
  /**
   * The number with which the alarm rule compares, such as `70` for 70 %; at least 0. It is for the checks of this
   * component only, which cannot read the rule: give the rule and this argument the same number.
   */
  threshold: Input<number>;
  /** Instances that are added, or removed: 1 to 300. Excludes `instancePercentage` (AS.3036). */
  instanceNumber?: Input<number>;
  /**
   * Percentage of the present instances that is added, or removed: 1 to 20000. A fraction above 1 is rounded down, one
   * between 0 and 1 up. Excludes `instanceNumber` (AS.3036).
   * @default - 50 when scaling out without `instanceNumber`; scaling in removes one instance
   */
  instancePercentage?: Input<number>;
  /**
   * Seconds after a scaling action of this step, counted from its end, in which no alarm scales, 0 to 86400. That holds
   * for alarms of both directions: after scaling in, the group does not scale out either for so long.
   * @default - 180 when scaling out, 600 when scaling in
   */
  coolDownTime?: Input<number>;
}

/** What a program changes about the policies. A change bypasses the checks of the component. */
export interface AlarmScalingTransforms {
  /** For each policy that scales out. */
  scaleOut?: Transform<AsPolicyArgs>;
  /** For each policy that scales in. */
  scaleIn?: Transform<AsPolicyArgs>;
}

/** Arguments of an AlarmScaling. All of them can change without replacing anything. */
export interface AlarmScalingArgs {
  /** ID of the AS group. */
  scalingGroupId: Input<string>;
  /**
   * What happens under high load: one step, or up to 49 whose thresholds rise and whose amounts do not shrink. When the
   * alarms of several steps are raised at once, the service decides which comes first; the cooldown of that one holds off
   * the others.
   */
  scaleOut: AlarmStepArgs | AlarmStepArgs[];
  /** What happens under low load: one step, or up to 49 whose thresholds fall and whose amounts do not shrink. */
  scaleIn: AlarmStepArgs | AlarmStepArgs[];
  /**
   * Smallest number of instances of the group, 0 to 300, for the checks only: give the output of the group. A step from 2
   * instances to 1 doubles the load of an instance, one from 10 to 9 hardly changes it, so a larger minimum allows
   * thresholds that are nearer to each other.
   * @default 1
   */
  minInstanceNumber?: Input<number>;
  /**
   * Largest number of instances of the group, 0 to 300, for the checks only: give the output of the group.
   * @default 300
   */
  maxInstanceNumber?: Input<number>;
  /**
   * What the alarm rules watch: `perInstance`, an average over the instances that falls when there are more of them, such
   * as `cpu_util`; or `total`, a number that does not depend on how many there are, such as the length of a queue.
   * @default "perInstance"
   */
  metric?: Input<AlarmMetric>;
  /**
   * The alarms scale the group. `false`: all policies are paused.
   * @default true
   */
  enabled?: Input<boolean>;
  /** What the program changes about the policies. */
  transform?: AlarmScalingTransforms;
}
