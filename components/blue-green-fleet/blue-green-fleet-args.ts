import type * as pulumi from "@pulumi/pulumi";
import type {
  AsConfigurationArgs,
  AsGroupArgs,
  BlueGreenSwitchArgs,
  Colour,
  InstanceConfigArgs,
  OperationTimeoutsArgs,
} from "../../provider";
import type { HealthPeriodicAuditMethod } from "../../provider/core/as-group/model";
import type { Transform } from "../child";

/** What both groups have in common: every argument of an AS group but those that the fleet gives it. */
export type FleetGroupArgs = Omit<
  AsGroupArgs,
  | "scalingGroupName"
  | "scalingConfigurationId"
  | "minInstanceNumber"
  | "desireInstanceNumber"
  | "desireInstanceNumberMode"
  | "maxInstanceNumber"
  | "adoptId"
>;

/** One of the two groups: what its instances are made from, and what differs from the other group. */
export interface FleetSideArgs {
  /** What instances are made from. Either this or `scalingConfigurationId`. An edit makes a new AS configuration. */
  instanceConfig?: pulumi.Input<InstanceConfigArgs>;
  /** ID of an AS configuration that exists. Either this or `instanceConfig`. */
  scalingConfigurationId?: pulumi.Input<string>;
  /**
   * Arguments of this group that differ from those of the fleet.
   *
   * @default - those of the fleet
   */
  group?: Partial<FleetGroupArgs>;
}

/** What a program changes about the children of a fleet. */
export interface BlueGreenFleetTransforms {
  /** Changes the AS configuration of blue, if it has one of its own. */
  blueConfiguration?: Transform<AsConfigurationArgs>;
  /** Changes the AS configuration of green, if it has one of its own. */
  greenConfiguration?: Transform<AsConfigurationArgs>;
  /** Changes the blue AS group. */
  blueGroup?: Transform<AsGroupArgs>;
  /** Changes the green AS group. */
  greenGroup?: Transform<AsGroupArgs>;
  /** Changes the switch between the groups. */
  switch?: Transform<BlueGreenSwitchArgs>;
}

/** Arguments of a blue-green fleet: those that both groups have in common, the two sides, and which of them serves. */
export interface BlueGreenFleetArgs extends FleetGroupArgs {
  /** The blue side. */
  blue: FleetSideArgs;
  /** The green side. */
  green: FleetSideArgs;
  /** The side that serves. Another one is promoted: it is at full health before the old one shrinks. */
  live: pulumi.Input<Colour>;
  /**
   * The side that stands ready beside the live one with as many instances, until it is made `live` or leaves the program.
   *
   * @default - none: promotion by `live` alone
   */
  candidate?: pulumi.Input<Colour>;
  /**
   * Smallest number of instances of the side that serves, 1 to 300: no policy can take the last one.
   *
   * @default 1
   */
  minInstanceNumber?: pulumi.Input<number>;
  /** Number of instances of the side that serves, 1 to 300; policies may move it between the bounds. */
  desireInstanceNumber: pulumi.Input<number>;
  /** Largest number of instances of the side that serves, 1 to 300. */
  maxInstanceNumber: pulumi.Input<number>;
  /**
   * How long a promoted side has to work beside the old one, such as `"5m"`, before its health is looked at again and the
   * old side is emptied.
   *
   * @default 0
   */
  bakeTime?: pulumi.Input<string | number>;
  /**
   * How long a switch may take, without the bake time. A side that is not healthy in time goes back to nothing.
   *
   * @default - ten minutes
   */
  switchTimeouts?: pulumi.Input<OperationTimeoutsArgs>;
  /**
   * How unhealthy instances are found, and so what "healthy" means for a side that takes over: `NOVA_AUDIT` that the ECS
   * runs, `ELB_AUDIT` what the load balancer means by it.
   *
   * @default - `ELB_AUDIT` with a load balancer, else `NOVA_AUDIT`
   */
  healthPeriodicAuditMethod?: pulumi.Input<HealthPeriodicAuditMethod>;
  /** What is to be otherwise about the children. */
  transform?: BlueGreenFleetTransforms;
}
