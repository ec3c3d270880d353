/** The desired number of instances moves. What follows from it is the engine's business. */
import type { ChangeReason, Group } from "../model";
import { timestamp } from "../time";
import type { World } from "../world";

/** The policy that moved the number, if it was one. */
export interface Mover {
  readonly policy?: { readonly scaling_policy_name: string; readonly scaling_policy_id: string };
  /** Length of the cooldown after the scaling action; the group's own without it. */
  readonly cooldownSeconds?: number;
}

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
    ...mover.policy,
  });
  group.policyCooldown = mover.cooldownSeconds ?? null;
}
