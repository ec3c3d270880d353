import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration, AsGroup, BlueGreenSwitch, type Colour } from "../../provider";
import { isAbsent, recordOf } from "../../provider/core/record";
import { declareChild } from "../child";
import { healthCheckOf } from "../health-check";
import { refuseIfWrong } from "../refusal";
import type { BlueGreenFleetArgs, FleetGroupArgs } from "./blue-green-fleet-args";
import { fleetFailures, type KnownFleet } from "./plan/check";

const TYPE = "otc:autoscaling:BlueGreenFleet";

/** What is known of the arguments at once, without waiting for outputs. */
const knownFleet = (args: BlueGreenFleetArgs): KnownFleet =>
  Object.fromEntries(
    Object.entries(recordOf(args)).filter(
      ([, value]) => !isAbsent(value) && !pulumi.Output.isInstance(value) && !(value instanceof Promise),
    ),
  );

/** The arguments that the groups have in common. */
const commonOf = ({
  blue: _blue,
  green: _green,
  live: _live,
  candidate: _candidate,
  minInstanceNumber: _min,
  desireInstanceNumber: _desired,
  maxInstanceNumber: _max,
  bakeTime: _bakeTime,
  switchTimeouts: _timeouts,
  transform: _transform,
  ...common
}: BlueGreenFleetArgs): FleetGroupArgs => common;

/**
 * Two AS groups behind one load balancer, of which one serves. The new one is at full health before the old one shrinks; one
 * that does not get there is emptied again, and the old one goes on serving.
 *
 * ```ts
 * import { BlueGreenFleet } from "pulumi-otc-autoscaling/components";
 *
 * export const web = new BlueGreenFleet("web", {
 *   vpcId,
 *   networks: [{ id: subnetId }],
 *   lbaasListeners: [{ poolId, protocolPort: 8080, weight: 1 }],
 *   blue: { scalingConfigurationId: oldConfigurationId },
 *   green: { scalingConfigurationId: newConfigurationId },
 *   live: "blue",
 *   minInstanceNumber: 2,
 *   desireInstanceNumber: 4,
 *   maxInstanceNumber: 8,
 *   bakeTime: "5m",
 * });
 * ```
 *
 * Change what the idle side is made from, then change `live`. What is changed about the side that serves holds for
 * instances that come from then on; those that run are not replaced.
 */
export class BlueGreenFleet extends pulumi.ComponentResource {
  /** ID of the blue AS group. */
  readonly blueGroupId: pulumi.Output<string>;
  /** ID of the green AS group. */
  readonly greenGroupId: pulumi.Output<string>;
  /**
   * ID of the AS group that serves: for policies and alarms. It is known after the switch, so that they stay with the old
   * group until the new one has taken over.
   */
  readonly liveGroupId: pulumi.Output<string>;
  /** What the blue group does, such as `blue 4 (2 to 8)` or `blue empty`. */
  readonly blue: pulumi.Output<string>;
  /** What the green group does. */
  readonly green: pulumi.Output<string>;

  /**
   * @param name name of the fleet; its children are `<name>-blue`, `<name>-green` and `<name>-switch`
   * @param args what the groups have in common, the two sides, and which of them serves
   * @param opts Pulumi's resource options
   */
  constructor(name: string, args: BlueGreenFleetArgs, opts?: pulumi.ComponentResourceOptions) {
    super(TYPE, name, {}, opts);
    refuseIfWrong(this, "BlueGreenFleet", name, fleetFailures(knownFleet(args)));
    const blue = this.group(name, "blue", args);
    const green = this.group(name, "green", args);
    const between = this.between(name, blue, green, args);
    this.blueGroupId = blue.id;
    this.greenGroupId = green.id;
    this.blue = between.blue;
    this.green = between.green;
    this.liveGroupId = pulumi
      .all([between.serving, blue.id, green.id])
      .apply(([{ live }, blueId, greenId]) => (live === "blue" ? blueId : greenId));
    this.registerOutputs({
      blueGroupId: this.blueGroupId,
      greenGroupId: this.greenGroupId,
      liveGroupId: this.liveGroupId,
      blue: this.blue,
      green: this.green,
    });
  }

  private group(name: string, colour: Colour, args: BlueGreenFleetArgs): AsGroup {
    const { transform } = args;
    const common: FleetGroupArgs = { ...commonOf(args), ...args[colour].group };
    const { lbListenerId, lbaasListeners } = common;
    return declareChild(this, AsGroup, {
      name: `${name}-${colour}`,
      args: {
        ...common,
        scalingConfigurationId: this.configurationId(name, colour, args),
        healthPeriodicAuditMethod:
          common.healthPeriodicAuditMethod ??
          pulumi.output({ lbListenerId, lbaasListeners }).apply(healthCheckOf),
      },
      transform: colour === "blue" ? transform?.blueGroup : transform?.greenGroup,
    });
  }

  private configurationId(name: string, colour: Colour, args: BlueGreenFleetArgs): pulumi.Input<string> {
    const { instanceConfig, scalingConfigurationId } = args[colour];
    // One of the two is given, as the check has found.
    if (isAbsent(instanceConfig)) return scalingConfigurationId ?? "";
    const { transform } = args;
    return declareChild(this, AsConfiguration, {
      name: `${name}-${colour}-configuration`,
      args: { instanceConfig },
      // Every edit replaces it, which the engine refuses for what is protected.
      options: { protect: false },
      transform: colour === "blue" ? transform?.blueConfiguration : transform?.greenConfiguration,
    }).id;
  }

  private between(name: string, blue: AsGroup, green: AsGroup, args: BlueGreenFleetArgs): BlueGreenSwitch {
    const { live, candidate, minInstanceNumber, desireInstanceNumber, maxInstanceNumber } = args;
    return declareChild(this, BlueGreenSwitch, {
      name: `${name}-switch`,
      args: {
        blueGroupId: blue.id,
        greenGroupId: green.id,
        serving: {
          live,
          desireInstanceNumber,
          maxInstanceNumber,
          ...(candidate === undefined ? {} : { candidate }),
          ...(minInstanceNumber === undefined ? {} : { minInstanceNumber }),
        },
        ...(args.bakeTime === undefined ? {} : { bakeTime: args.bakeTime }),
        ...(args.switchTimeouts === undefined ? {} : { timeouts: args.switchTimeouts }),
      },
      transform: args.transform?.switch,
    });
  }
}
