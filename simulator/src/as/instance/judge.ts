/** How batch calls on instances judge their items. */
import { fail, type Judged } from "../judged";
import type { Group, Instance } from "../model";
import type { World } from "../world";

/** Members of the group only. AS.4006, AS.4014. */
export function judgeMember(world: World, group: Group, id: string): Judged<Instance> {
  const membership = world.membership(id);
  if (membership === undefined) return fail(id, "AS.4006", "the instance does not exist");
  if (membership.group !== group) return fail(id, "AS.4014", "the instance belongs to another AS group");
  return { item: membership.instance };
}

/** AS.4015. */
export function judgeInService(id: string, judged: Judged<Instance>): Judged<Instance> {
  if ("failure" in judged || judged.item.lifeCycleState === "INSERVICE") return judged;
  return fail(id, "AS.4015", "the instance is not in service");
}
