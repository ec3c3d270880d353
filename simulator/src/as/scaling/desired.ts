/** The desired number of instances moves. What follows from it is the engine's business. */
import type { ChangeReason, Group } from "../model";
import { timestamp } from "../time";
import type { World } from "../world";

/** Who moved the number, and the policy if it was one. */
export type Mover = Pick<ChangeReason, "scaling_policy_name" | "scaling_policy_id">;

/**
 * Stores the number and remembers the reason for the log of the scaling action that takes it up.
 *
 * @param desired valid for the group
 */
export function changeDesired(
  world: World,
  group: Group,
  desired: number,
  reason: ChangeReason["change_reason"],
  mover: Mover = {},
): void {
  const before = group.settings.desire_instance_number;
  if (desired === before) return;
  group.settings = { ...group.settings, desire_instance_number: desired };
  group.reasons.push({
    change_reason: reason,
    old_value: before,
    new_value: desired,
    change_time: timestamp(world.clock.now()),
    ...mover,
  });
}
