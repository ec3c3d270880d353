/** The instances of a group. */
import { HEALTH_STATUSES, LIFE_CYCLE_STATES, type Group, type Instance } from "../model";
import { withEmpty } from "../nullness";
import { inListOrder, page, type Query } from "../paging";
import { timestamp } from "../time";
import { oneOf } from "../value";
import type { World } from "../world";

/** An instance as the API shows it. */
export function instanceDocument(world: World, group: Group, instance: Instance): object {
  return {
    instance_name: instance.name,
    scaling_group_id: group.id,
    scaling_group_name: group.settings.scaling_group_name,
    life_cycle_state: instance.lifeCycleState,
    health_status: instance.healthStatus,
    create_time: timestamp(instance.createTime),
    protect_from_scaling_down: instance.protected,
    ...withEmpty(world.variants, {
      instance_id: instance.server?.id ?? "",
      scaling_configuration_id: instance.madeFrom?.id ?? "",
      scaling_configuration_name: instance.madeFrom?.name ?? "",
    }),
  };
}

const readState = oneOf("AS.4003", "life_cycle_state", LIFE_CYCLE_STATES);
const readHealth = oneOf("AS.4004", "health_status", HEALTH_STATUSES);
const readProtection = oneOf("AS.0022", "protect_from_scaling_down", ["true", "false"]);

/** The page of instances that a query asks for. */
export function listInstances(world: World, group: Group, query: Query): object {
  const optional = <A>(field: string, read: (value: unknown) => A): A | undefined =>
    query[field] === undefined ? undefined : read(query[field]);
  const state = optional("life_cycle_state", readState);
  const health = optional("health_status", readHealth);
  const protection = optional("protect_from_scaling_down", readProtection);
  const instances = inListOrder(group.instances, world.variants).filter(
    (instance) =>
      (state === undefined || instance.lifeCycleState === state) &&
      (health === undefined || instance.healthStatus === health) &&
      (protection === undefined || String(instance.protected) === protection),
  );
  const codes = { start: "AS.4000", limit: "AS.4001" };
  const { rows, ...paging } = page(instances, query, codes, world.variants);
  return {
    ...paging,
    scaling_group_instances: rows.map((instance) => instanceDocument(world, group, instance)),
  };
}
