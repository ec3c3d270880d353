/** The arguments of a fleet's group. */
import * as pulumi from "@pulumi/pulumi";
import type { AsGroupArgs, InitialLifecycleHookArgs } from "../../provider/resource/as-group-args";
import type { ElasticFleetArgs, FleetLifecycleHookArgs } from "./elastic-fleet-args";
import { boundsOf } from "./plan/capacity";
import { entriesOf } from "./plan/entries";
import { healthCheckOf } from "../health-check";

/** The name of a hook in the service. The group needs it before there is a resource from which it could be derived. */
export const hookNameOf = (
  key: string,
  { lifecycleHookName }: FleetLifecycleHookArgs,
): pulumi.Input<string> => lifecycleHookName ?? key;

/** Of two ways in which a hook is declared, this one is for the first instances. */
const initialHookOf = (key: string, hook: FleetLifecycleHookArgs): InitialLifecycleHookArgs => {
  const { timeouts: _, ...settings } = hook;
  return { ...settings, lifecycleHookName: hookNameOf(key, hook) };
};

/** The arguments of the group: those of the fleet, with the defaults of a fleet. */
export function groupArgsOf(
  args: ElasticFleetArgs,
  scalingConfigurationId: pulumi.Input<string>,
): AsGroupArgs {
  const {
    instanceConfig: _template,
    scalingConfigurationId: _id,
    policies: _policies,
    topics: _topics,
    transform: _transform,
    keepConfigurations: _kept,
    lifecycleHooks,
    refresh,
    ...group
  } = args;
  const { minInstanceNumber, desireInstanceNumber, maxInstanceNumber, lbListenerId, lbaasListeners } = group;
  const bounds = pulumi
    .output({ minInstanceNumber, desireInstanceNumber, maxInstanceNumber })
    .apply(boundsOf);
  const initialLifecycleHooks = entriesOf(lifecycleHooks).map(([key, hook]) => initialHookOf(key, hook));
  return {
    ...group,
    scalingConfigurationId,
    minInstanceNumber: bounds.minInstanceNumber,
    maxInstanceNumber: bounds.maxInstanceNumber,
    healthPeriodicAuditMethod:
      group.healthPeriodicAuditMethod ?? pulumi.output({ lbListenerId, lbaasListeners }).apply(healthCheckOf),
    ...(refresh === undefined ? {} : { refreshOnConfigurationChange: refresh }),
    ...(initialLifecycleHooks.length === 0 ? {} : { initialLifecycleHooks }),
  };
}
