import type { Input } from "@pulumi/pulumi";
import type { AsPolicyArgs } from "../../provider/resource/as-policy-args";
import type { Transform } from "../child";
import type { Timetable } from "./plan/timetable";

/** Arguments of a scheduled scaling. The timetable has to be known when the program runs: policies are made of it. */
export interface ScheduledScalingArgs extends Timetable {
  /** ID of the AS group that is scaled. */
  readonly scalingGroupId: Input<string>;
  /**
   * Smallest number of instances of the group. An entry below it is refused, because AS would not go there.
   * @default - not checked
   */
  readonly minInstanceNumber?: Input<number>;
  /**
   * Largest number of instances of the group. An entry above it is refused, because AS would not go there.
   * @default - not checked
   */
  readonly maxInstanceNumber?: Input<number>;
  /**
   * Seconds after each change in which alarms do not scale, 0 to 86400. The timetable itself knows no cooldown.
   * @default 300
   */
  readonly coolDownTime?: Input<number>;
  /**
   * The timetable is followed. `false`: all of its policies are paused.
   * @default true
   */
  readonly enabled?: Input<boolean>;
  /**
   * Most policies that the timetable may have; a plan that needs more is refused before anything is made. A group has at
   * most 50 (AS.3032): give less when it has other policies, too.
   * @default 50
   */
  readonly maxPolicies?: number;
  /** What is to be otherwise with the policies. */
  readonly transform?: Transform<AsPolicyArgs>;
}
