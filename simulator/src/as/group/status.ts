/** Refusals because of what a group is doing. */
import type { Group } from "../model";
import { refuse, type AsRefusal } from "../refusal";
import type { Variants } from "../variants";

/** The call is not possible in the present status of the group. */
export const wrongStatus = (group: Group, variants: Variants): AsRefusal =>
  refuse(variants.status, `not possible while AS group ${group.id} is ${group.status}`);

/** Nothing can be done to a group that is being deleted. */
export function checkNotDeleting(group: Group, variants: Variants): void {
  if (group.status === "DELETING") throw wrongStatus(group, variants);
}
