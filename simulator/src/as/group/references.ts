/** Whether what the settings of a group refer to exists. */
import type { Group, GroupSettings } from "../model";
import { refuse } from "../refusal";
import type { ReferenceKind, World } from "../world";
import { listenerIds } from "./listeners";

function check(world: World, kind: ReferenceKind, ids: readonly string[], code: string): void {
  for (const id of ids) {
    if (!world.exists(kind, id)) throw refuse(code, `${kind.replace("_", " ")} ${id} does not exist`);
  }
}

/** Checks the references of the given fields only. AS.1004, AS.2011, AS.2013, AS.2014, AS.2015, AS.2042, AS.7059. */
export function checkReferences(world: World, given: Partial<GroupSettings>): void {
  const { scaling_configuration_id: configuration } = given;
  if (configuration !== undefined && configuration !== "" && !world.configurations.has(configuration)) {
    throw refuse("AS.1004", `AS configuration ${configuration} does not exist`);
  }
  const foreign = given.available_zones?.find((zone) => !world.zones.includes(zone));
  if (foreign !== undefined) throw refuse("AS.2011", `AZ ${foreign} does not exist`);
  const idsOf = (items: readonly { readonly id: string }[] | undefined): string[] =>
    items?.map(({ id }) => id) ?? [];
  check(world, "network", idsOf(given.networks), "AS.2013");
  check(world, "security_group", idsOf(given.security_groups), "AS.2014");
  check(world, "listener", listenerIds(given.lb_listener_id ?? ""), "AS.2015");
  check(world, "pool", given.lbaas_listeners?.map((listener) => listener.pool_id) ?? [], "AS.2042");
  const { enterprise_project_id: project } = given;
  check(world, "enterprise_project", project === undefined ? [] : [project], "AS.7059");
}

/** AS.2012. */
export function checkVpc(world: World, vpcId: string): void {
  check(world, "vpc", [vpcId], "AS.2012");
}

/** Everything a group refers to, as resume checks it. */
export function checkAllReferences(world: World, group: Group): void {
  checkVpc(world, group.vpcId);
  checkReferences(world, group.settings);
}
