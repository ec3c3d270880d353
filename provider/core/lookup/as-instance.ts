/** What instances of an AS group are looked up by. */
import type { AsInstance } from "../as-group/model";
import { flag, id, oneOf } from "../codec/scalar";
import { optional, required } from "../codec/structure";
import type { LookupArguments } from "./arguments";

/** Which instances of a group to list: those that meet every given condition, which the service checks. */
export interface GetAsInstancesArgs {
  /** ID of the group. */
  readonly scalingGroupId: string;
  /** `INSERVICE`, `PENDING` or `REMOVING`. */
  readonly lifeCycleState?: AsInstance["lifeCycleState"];
  /** `INITIALIZING`, `NORMAL` or `ERROR`. */
  readonly healthStatus?: AsInstance["healthStatus"];
  /** Whether they are protected from scale-in. */
  readonly protectFromScalingDown?: boolean;
}

/** Which suspensions by lifecycle hooks to list. */
export interface GetSuspendedInstancesArgs {
  /** ID of the group. */
  readonly scalingGroupId: string;
  /**
   * ID of one ECS.
   * @default - all instances of the group
   */
  readonly instanceId?: string;
}

export const asInstancesArguments: LookupArguments<GetAsInstancesArgs> = {
  members: {
    scalingGroupId: required(id("the ID of an AS group")),
    lifeCycleState: optional(oneOf("INSERVICE", "PENDING", "REMOVING")),
    healthStatus: optional(oneOf("INITIALIZING", "NORMAL", "ERROR")),
    protectFromScalingDown: optional(flag),
  },
};

export const suspendedInstancesArguments: LookupArguments<GetSuspendedInstancesArgs> = {
  members: {
    scalingGroupId: required(id("the ID of an AS group")),
    instanceId: optional(id("the ID of an ECS")),
  },
};
