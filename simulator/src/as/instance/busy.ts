/** Refusals of instance calls because of what the group is doing. */
import type { Group } from "../model";
import { refuse } from "../refusal";
import type { Variants } from "../variants";
import { checkNotDeleting, wrongStatus } from "../group/status";

/** Members come and go only between scaling actions. */
export function checkIdle(group: Group, variants: Variants): void {
  checkNotDeleting(group, variants);
  if (group.action !== null)
    throw refuse(variants.busy, `a scaling action of AS group ${group.id} is running`);
}

/** See the variant `removeWhilePaused`. */
export function checkRemovable(group: Group, variants: Variants): void {
  checkIdle(group, variants);
  if (variants.removeWhilePaused === "refuse" && group.status !== "INSERVICE")
    throw wrongStatus(group, variants);
}

/** AS.2036, see the variant `belowMinimum`. */
export function checkMinimum(group: Group, leaving: number, variants: Variants): void {
  const left = group.instances.length - leaving;
  if (variants.belowMinimum === "refuse" && left < group.settings.min_instance_number) {
    throw refuse("AS.2036", `${left} instances would be left, fewer than the minimum`);
  }
}
