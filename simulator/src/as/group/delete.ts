/** Deleting an AS group. */
import type { Group } from "../model";
import { refuse } from "../refusal";
import { look } from "../scaling/engine";
import { yesOrNo } from "../value";
import type { World } from "../world";
import { currentNumber } from "./representation";
import { checkNotDeleting, wrongStatus } from "./status";

const readForce = yesOrNo("AS.2019", "force_delete");

/** @param force the query parameter `force_delete` */
export function deleteGroup(world: World, group: Group, force: unknown): void {
  const forced = readForce(force) && world.variants.forceDelete === "accept";
  checkNotDeleting(group, world.variants);
  if (forced) {
    group.status = "DELETING";
    look(world, group);
    return;
  }
  if (group.action !== null) throw wrongStatus(group, world.variants);
  if (currentNumber(group, world.variants) > 0) {
    throw refuse("AS.2021", `AS group ${group.id} still has instances`);
  }
  world.deleteGroup(group);
}
