/** Readers of the bodies of outside changes. */
import type { Group, Instance } from "../model";
import { AsRefusal } from "../refusal";
import { isObject, type JsonObject } from "../value";
import type { World } from "../world";

/** A change that makes no sense. The code is the simulator's own, so that nobody takes it for one of the service. */
export const nonsense = (message: string): AsRefusal => new AsRefusal(400, "SIM.0001", message);

/** The body; every field must be one of `fields`. */
export function fieldsOf(body: unknown, fields: readonly string[]): JsonObject {
  if (body === undefined || body === null) return {};
  if (!isObject(body)) throw nonsense("the body must be a JSON object");
  const unknown = Object.keys(body).find((field) => !fields.includes(field));
  if (unknown !== undefined) throw nonsense(`unknown field ${unknown}; there are ${fields.join(", ")}`);
  return body;
}

/** A field that must be there, with a text. */
export function textOf(body: JsonObject, field: string): string {
  const value = body[field];
  if (typeof value !== "string" || value === "") throw nonsense(`${field} must be a text`);
  return value;
}

export const optionalTextOf = (body: JsonObject, field: string): string | undefined =>
  body[field] === undefined ? undefined : textOf(body, field);

/** A field that must have one of the given values. */
export function oneOfTexts<Value extends string>(
  body: JsonObject,
  field: string,
  values: readonly Value[],
): Value {
  const found = values.find((value) => value === body[field]);
  if (found === undefined) throw nonsense(`${field} must be one of ${values.join(", ")}`);
  return found;
}

/** The group that `scaling_group_id` names. */
export function groupOf(world: World, body: JsonObject): Group {
  const id = textOf(body, "scaling_group_id");
  const group = world.groups.get(id);
  if (group === undefined) throw nonsense(`there is no AS group ${id}`);
  return group;
}

/** The same, unless its deletion is under way. */
export function livingGroupOf(world: World, body: JsonObject): Group {
  const group = groupOf(world, body);
  if (group.status === "DELETING") throw nonsense(`AS group ${group.id} is being deleted`);
  return group;
}

/** The member of a group that `instance_id` names. */
export function memberOf(
  world: World,
  body: JsonObject,
): { readonly group: Group; readonly instance: Instance } {
  const id = textOf(body, "instance_id");
  const membership = world.membership(id);
  if (membership === undefined) throw nonsense(`there is no instance ${id} in an AS group`);
  return membership;
}
