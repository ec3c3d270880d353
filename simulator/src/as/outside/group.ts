/** Someone changes a group by other means. Locks do not count: it has happened. */
import { applySettings, settingsAfter } from "../group/modify";
import { checkReferences } from "../group/references";
import { readSettings } from "../group/fields";
import { look, planAudit } from "../scaling/engine";
import { changeDesired, type Mover } from "../scaling/desired";
import { isObject, type JsonObject } from "../value";
import type { World } from "../world";
import { fieldsOf, groupOf, livingGroupOf, nonsense, oneOfTexts, optionalTextOf } from "./body";

const ID = "scaling_group_id";
const CAPACITY = ["desire_instance_number", "min_instance_number", "max_instance_number"] as const;
const REASONS = ["ALARM", "SCHEDULED", "RECURRENCE", "MANNUAL"] as const;

/** Any settings of the modify call. */
export function modifyGroup(world: World, requestBody: unknown): void {
  if (!isObject(requestBody)) throw nonsense("the body must be a JSON object");
  const group = groupOf(world, requestBody);
  const { [ID]: _id, ...fields } = requestBody;
  const given = readSettings(fields, { ...world.variants, unknownFields: "refuse" });
  if (Object.keys(given).length === 0) throw nonsense("no field to modify is given");
  checkReferences(world, given);
  applySettings(world, group, settingsAfter(world, group, given));
}

function moverOf(world: World, body: JsonObject): Mover {
  const name = optionalTextOf(body, "scaling_policy_name");
  const cooldownSeconds = body["policy_cool_down_time"];
  if (cooldownSeconds !== undefined && (!Number.isInteger(cooldownSeconds) || Number(cooldownSeconds) < 0)) {
    throw nonsense("policy_cool_down_time must be a whole number of seconds");
  }
  return {
    ...(name !== undefined && {
      policy: { scaling_policy_name: name, scaling_policy_id: world.random.uuid() },
    }),
    ...(cooldownSeconds !== undefined && { cooldownSeconds: Number(cooldownSeconds) }),
  };
}

/**
 * Moves the numbers as a policy does, or a person; `reason` tells which. The name of the policy goes into the log,
 * `policy_cool_down_time` (seconds) replaces the cooldown of the group.
 */
export function setCapacity(world: World, requestBody: unknown): void {
  const body = fieldsOf(requestBody, [
    ID,
    "reason",
    "scaling_policy_name",
    "policy_cool_down_time",
    ...CAPACITY,
  ]);
  const group = groupOf(world, body);
  const reason = body["reason"] === undefined ? "ALARM" : oneOfTexts(body, "reason", REASONS);
  const given = readSettings(body, { ...world.variants, unknownFields: "ignore" });
  if (Object.keys(given).length === 0) throw nonsense(`give one of ${CAPACITY.join(", ")}`);
  const after = settingsAfter(world, group, given);
  const { desire_instance_number: before } = group.settings;
  group.settings = { ...after, desire_instance_number: before };
  changeDesired(world, group, after.desire_instance_number, reason, moverOf(world, body));
  look(world, group);
}

/** Someone disables a group. */
export function pauseGroup(world: World, requestBody: unknown): void {
  livingGroupOf(world, fieldsOf(requestBody, [ID])).status = "PAUSED";
}

/** Someone enables a group, whatever state it is in. */
export function resumeGroup(world: World, requestBody: unknown): void {
  const group = livingGroupOf(world, fieldsOf(requestBody, [ID]));
  group.status = "INSERVICE";
  planAudit(world, group);
  look(world, group);
}

/** The group vanishes at once, and with it the ECSs that AS made. */
export function deleteGroup(world: World, requestBody: unknown): void {
  const group = groupOf(world, fieldsOf(requestBody, [ID]));
  for (const { madeFrom, server } of group.instances) {
    if (madeFrom !== null && server !== null) world.deleteServer(server);
  }
  world.deleteGroup(group);
}

/** Replaces all tags. */
export function setTags(world: World, requestBody: unknown): void {
  const body = fieldsOf(requestBody, [ID, "tags"]);
  const group = groupOf(world, body);
  const tags = body["tags"];
  if (!isObject(tags)) throw nonsense("tags must be an object of texts");
  const entries = Object.entries(tags).map(([key, value]): [string, string] => {
    if (typeof value !== "string") throw nonsense("tags must be an object of texts");
    return [key, value];
  });
  group.tags.clear();
  for (const [key, value] of entries) group.tags.set(key, value);
}
