/** Protecting instances from automatic scale-in. */
import { carryOut } from "../judged";
import type { Group } from "../model";
import { checkNotDeleting } from "../group/status";
import type { World } from "../world";
import { judgeInService, judgeMember } from "./judge";

/** AS.4033 with nested codes. */
export function protectBatch(world: World, group: Group, ids: readonly string[], protects: boolean): void {
  checkNotDeleting(group, world.variants);
  const judged = ids.map((id) => judgeInService(id, judgeMember(world, group, id)));
  carryOut(judged, "AS.4033", world.variants, (instances) => {
    for (const instance of instances) instance.protected = protects;
  });
}
