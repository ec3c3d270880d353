import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration, AsGroup, BlueGreenSwitch, type Colour } from "../../provider";
import { declareChild } from "../child";
import { refuseIfWrong } from "../refusal";
import type { BlueGreenFleetArgs, FleetGroupArgs, FleetSideArgs } from "./blue-green-fleet-args";
import { fleetFailures, type KnownFleet, type KnownSide } from "./plan/check";

const TYPE = "otc:autoscaling:BlueGreenFleet";

/** What can be checked at once: values that are neither outputs nor promises. */
const known = (value: unknown): unknown =>
  pulumi.Output.isInstance(value) || value instanceof Promise ? undefined : (value ?? undefined);

const sideOf = ({ instanceConfig, scalingConfigurationId }: FleetSideArgs): KnownSide => ({
  hasInstanceConfig: instanceConfig !== undefined,
  hasConfigurationId: scalingConfigurationId !== undefined,
});

/** What is known of the arguments at once, without waiting for outputs. */
const knownFleet = (args: BlueGreenFleetArgs): KnownFleet => ({
  blue: sideOf(args.blue),
  green: sideOf(args.green),
  live: known(args.live),
  candidate: known(args.candidate),
  minInstanceNumber: known(args.minInstanceNumber),
  desireInstanceNumber: known(args.desireInstanceNumber),
  maxInstanceNumber: known(args.maxInstanceNumber),
});

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
 *   healthPeriodicAuditMethod: "ELB_AUDIT",
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
  /** ID of the AS group that serves: for policies and alarms. */
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
      .all([args.live, blue.id, green.id])
      .apply(([live, blueId, greenId]) => (live === "blue" ? blueId : greenId));
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
    return declareChild(this, AsGroup, {
      name: `${name}-${colour}`,
      args: {
        ...commonOf(args),
        ...args[colour].group,
        scalingConfigurationId: this.configurationId(name, colour, args),
      },
      transform: colour === "blue" ? transform?.blueGroup : transform?.greenGroup,
    });
  }

  private configurationId(name: string, colour: Colour, args: BlueGreenFleetArgs): pulumi.Input<string> {
    const { instanceConfig, scalingConfigurationId } = args[colour];
    if (scalingConfigurationId !== undefined || instanceConfig === undefined)
      return scalingConfigurationId ?? "";
    const { transform } = args;
    return declareChild(this, AsConfiguration, {
      name: `${name}-${colour}-configuration`,
      args: { instanceConfig },
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
