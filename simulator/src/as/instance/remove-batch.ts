/** Removing several instances by hand. */
import { carryOut } from "../judged";
import type { Group } from "../model";
import type { World } from "../world";
import { checkMinimum, checkRemovable } from "./busy";
import { judgeInService, judgeMember } from "./judge";
import { takeOut } from "./remove";

/** AS.4030 with nested codes. */
export function removeBatch(world: World, group: Group, ids: readonly string[], deletes: boolean): void {
  checkRemovable(group, world.variants);
  const judged = ids.map((id) => judgeInService(id, judgeMember(world, group, id)));
  carryOut(judged, "AS.4030", world.variants, (instances) => {
    checkMinimum(group, instances.length, world.variants);
    takeOut(world, group, instances, deletes);
  });
}
