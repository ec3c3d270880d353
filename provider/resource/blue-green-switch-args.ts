import type * as pulumi from "@pulumi/pulumi";
import type { Colour } from "../core/blue-green-switch/model";
import type { OperationTimeoutsArgs } from "./operation-timeouts-args";

/** Which of two AS groups serves, and with how many instances. */
export interface ServingArgs {
  /**
   * The group that serves. Another one is promoted: it grows to the number that serves at present, but at least
   * `desireInstanceNumber`, and the other group is emptied when all of them are in service and healthy.
   */
  live: pulumi.Input<Colour>;
  /**
   * The group that stands ready beside the live one, with as many instances. It stays until it is made `live`, or until
   * `candidate` leaves the program: then it is emptied. The live group itself means none.
   *
   * @default - none: the group that is not live is empty
   */
  candidate?: pulumi.Input<Colour>;
  /**
   * Smallest number of instances of the group that serves, 1 to 300: no policy can take the last one.
   *
   * @default 1
   */
  minInstanceNumber?: pulumi.Input<number>;
  /**
   * Number of instances of the group that serves, 1 to 300, between the two bounds. An edit is applied; otherwise policies
   * may move the number between the bounds.
   */
  desireInstanceNumber: pulumi.Input<number>;
  /** Largest number of instances of the group that serves, 1 to 300. */
  maxInstanceNumber: pulumi.Input<number>;
}

/** Arguments of a blue-green switch. */
export interface BlueGreenSwitchArgs {
  /** ID of one AS group, declared without numbers of instances. Another group makes another switch. */
  blueGroupId: pulumi.Input<string>;
  /** ID of the other AS group, in the same VPC and behind the same pools, declared without numbers of instances. */
  greenGroupId: pulumi.Input<string>;
  /** Which of the two serves, and with how many instances. */
  serving: pulumi.Input<ServingArgs>;
  /**
   * How long a promoted group has to work beside the old one, such as `"5m"`, before its health is looked at again and the
   * old group is emptied. It is added to the time of the operation.
   *
   * @default 0
   */
  bakeTime?: pulumi.Input<string | number>;
  /** How long each operation may take. A group that is not healthy in time goes back to nothing. */
  timeouts?: pulumi.Input<OperationTimeoutsArgs>;
  /** The switch of a pair that exists, as `<id of the blue AS group>/<id of the green AS group>`. */
  adoptId?: pulumi.Input<string>;
}
