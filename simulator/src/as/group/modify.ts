/** Modifying an AS group. */
import type { Group, GroupSettings } from "../model";
import { refuse } from "../refusal";
import { changeDesired } from "../scaling/desired";
import { exchangeBalancing, look, planAudit } from "../scaling/engine";
import { bodyObject, isGiven, type JsonObject } from "../value";
import type { World } from "../world";
import { zonesOrAll } from "./create";
import { readSettings } from "./fields";
import { checkOneKind } from "./listeners";
import { lockedChanges, lockFacts, lockRefusal } from "./lock";
import { checkNumbers, clamp } from "./numbers";
import { checkReferences } from "./references";
import { checkNotDeleting } from "./status";

const NUMBERS = ["min_instance_number", "max_instance_number", "desire_instance_number"] as const;

/** The settings after the modification, valid in themselves. */
export function settingsAfter(world: World, group: Group, given: Partial<GroupSettings>): GroupSettings {
  const after: GroupSettings = {
    ...group.settings,
    ...given,
    ...(given.available_zones !== undefined && {
      available_zones: zonesOrAll(given.available_zones, world),
    }),
  };
  checkOneKind(after);
  if (!NUMBERS.some((field) => given[field] !== undefined)) return after;
  const followsBounds =
    given.desire_instance_number === undefined && world.variants.desiredOutside === "clamp";
  const numbers = followsBounds
    ? { ...after, desire_instance_number: clamp(after.desire_instance_number, after) }
    : after;
  checkNumbers(numbers, world.variants, world.quotas);
  return numbers;
}

/** AS.2028, see the variant `sameDesired`. */
function checkDesiredChanges(
  world: World,
  group: Group,
  body: JsonObject,
  desired: number | undefined,
): void {
  const { sameDesired } = world.variants;
  if (sameDesired === "tolerate" || desired !== group.settings.desire_instance_number) return;
  const alone = Object.keys(body).filter((field) => isGiven(body[field])).length === 1;
  if (sameDesired === "refuse" || alone) {
    throw refuse("AS.2028", `desire_instance_number is ${desired} already`);
  }
}

function checkProtected(group: Group, after: GroupSettings): void {
  const protectedCount = group.instances.filter((instance) => instance.protected).length;
  const desired = after.desire_instance_number;
  if (desired !== group.settings.desire_instance_number && desired < protectedCount) {
    throw refuse("AS.2010", `${protectedCount} instances are protected, so ${desired} is too few`);
  }
}

/** Puts new settings into force and starts what follows from them. */
export function applySettings(world: World, group: Group, after: GroupSettings): void {
  const { settings: before } = group;
  group.settings = { ...after, desire_instance_number: before.desire_instance_number };
  if (lockedChanges(before, after).balancing !== "none") exchangeBalancing(world, group, before);
  changeDesired(world, group, after.desire_instance_number, "MANNUAL");
  planAudit(world, group);
  look(world, group);
}

/** Modifies a group and returns its id. */
export function modifyGroup(world: World, group: Group, requestBody: unknown): { scaling_group_id: string } {
  const body = bodyObject(requestBody);
  const given = readSettings(body, world.variants);
  const after = settingsAfter(world, group, given);
  checkReferences(world, given);
  checkNotDeleting(group, world.variants);
  checkDesiredChanges(world, group, body, given.desire_instance_number);
  checkProtected(group, after);
  const refusal = lockRefusal(lockedChanges(group.settings, after), lockFacts(group), world.variants);
  if (refusal !== undefined) throw refusal;
  applySettings(world, group, after);
  return { scaling_group_id: group.id };
}
