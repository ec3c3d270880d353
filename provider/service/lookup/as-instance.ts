/** Look-ups of the instances of an AS group. */
import { listAsInstances } from "../../api/as-instance";
import { listSuspendedInstances } from "../../api/held-instance";
import type { AsInstance, SuspendedInstance } from "../../core/as-group/model";
import {
  asInstancesArguments,
  type GetAsInstancesArgs,
  type GetSuspendedInstancesArgs,
  suspendedInstancesArguments,
} from "../../core/lookup/as-instance";
import { groupObject, type Lookup } from "./lookup";

export const asInstancesLookup: Lookup<GetAsInstancesArgs, readonly AsInstance[]> = {
  name: "getAsInstances",
  args: asInstancesArguments,
  what: "instances",
  object: groupObject,
  find:
    (client) =>
    ({ scalingGroupId, ...filter }) =>
      listAsInstances(client)(scalingGroupId, filter),
};

export const suspendedInstancesLookup: Lookup<GetSuspendedInstancesArgs, readonly SuspendedInstance[]> = {
  name: "getSuspendedInstances",
  args: suspendedInstancesArguments,
  what: "suspended instances",
  object: groupObject,
  find:
    (client) =>
    ({ scalingGroupId, ...filter }) =>
      listSuspendedInstances(client)(scalingGroupId, filter),
};
