import * as pulumi from "@pulumi/pulumi";
import type { BlueGreenSwitchArgs, ServingArgs } from "./blue-green-switch-args";
import { providerText } from "./provider-text";

const TYPE = "pulumi-nodejs:dynamic/otc:BlueGreenSwitch";

/** Every output has to be named, or the engine drops it. */
const outputs = {
  blueGroupId: undefined,
  greenGroupId: undefined,
  serving: undefined,
  bakeTime: undefined,
  blue: undefined,
  green: undefined,
  pairId: undefined,
  region: undefined,
  projectId: undefined,
};

/**
 * Decides which of two AS groups behind the same load balancer serves. The group that is to serve grows first; only when
 * it has been seen healthy, the other one is emptied. One that does not get there is emptied again, and the other one goes
 * on serving.
 *
 * ```ts
 * new BlueGreenSwitch("web", {
 *   blueGroupId: blue.id,
 *   greenGroupId: green.id,
 *   serving: { live: "green", minInstanceNumber: 2, desireInstanceNumber: 4, maxInstanceNumber: 8 },
 *   bakeTime: "5m",
 * });
 * ```
 *
 * The switch owns the numbers of instances of both groups, so the groups themselves are declared without any. To delete
 * the switch leaves both groups as they are.
 *
 * @see as_06_0105
 */
export class BlueGreenSwitch extends pulumi.CustomResource {
  /** ID of one AS group. */
  declare readonly blueGroupId: pulumi.Output<string>;
  /** ID of the other AS group. */
  declare readonly greenGroupId: pulumi.Output<string>;
  /** Which group serves, and with which numbers; known when the switch is done. */
  declare readonly serving: pulumi.Output<pulumi.Unwrap<ServingArgs>>;
  /** What the blue group does, such as `blue 4 (2 to 8)` or `blue empty`. */
  declare readonly blue: pulumi.Output<string>;
  /** What the green group does. */
  declare readonly green: pulumi.Output<string>;
  /** Region that the groups live in. */
  declare readonly region: pulumi.Output<string>;
  /** Project that the groups live in. */
  declare readonly projectId: pulumi.Output<string>;

  /**
   * @param name name of the resource
   * @param args which group serves, and with how many instances
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: BlueGreenSwitchArgs, opts?: pulumi.CustomResourceOptions) {
    const selfUrn = pulumi.createUrn(name, TYPE, opts?.parent);
    super(TYPE, name, { ...outputs, ...args, selfUrn, __provider: providerText("blueGreenSwitch") }, opts);
  }
}
