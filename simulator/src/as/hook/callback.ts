/** The call that ends or prolongs the wait of an instance. */
import type { Group } from "../model";
import { refuse } from "../refusal";
import { bodyObject, isGiven, oneOf, type JsonObject } from "../value";
import type { World } from "../world";
import { HOOK_RESULTS, type Suspension } from "./model";
import { extend, settle } from "./suspension";

/** What a callback can say. */
export const CALLBACK_RESULTS = [...HOOK_RESULTS, "EXTEND"] as const;
const readResult = oneOf("AS.7034", "lifecycle_action_result", CALLBACK_RESULTS);

/** Tells the suspension that a callback is about; the key counts more than the other form. AS.7032, AS.7040. */
function readObject(body: JsonObject): (suspension: Suspension) => boolean {
  const { lifecycle_action_key: key, instance_id: instanceId, lifecycle_hook_name: hookName } = body;
  const has = (value: unknown): boolean => isGiven(value) && value !== "";
  if (has(key)) return (suspension) => suspension.key === key;
  if (!has(instanceId)) {
    throw refuse("AS.7040", "give lifecycle_action_key, or instance_id and lifecycle_hook_name");
  }
  if (!has(hookName)) throw refuse("AS.7032", "lifecycle_hook_name must be given with instance_id");
  return ({ instance, hookName: name }) => instance.server?.id === instanceId && name === hookName;
}

/** Ends (CONTINUE, ABANDON) or prolongs (EXTEND) a suspension. */
export function answer(
  world: World,
  group: Group,
  suspension: Suspension,
  result: (typeof CALLBACK_RESULTS)[number],
): void {
  if (result === "EXTEND") extend(world, group, suspension);
  else settle(group, suspension, result, "callback");
}

/** Carries out a callback. AS.7039, AS.7042. */
export function callBack(world: World, group: Group, requestBody: unknown): void {
  const body = bodyObject(requestBody);
  const { lifecycle_action_result: result } = body;
  if (!isGiven(result) || result === "") throw refuse("AS.7039", "lifecycle_action_result must be given");
  const readable = readResult(result);
  const isMeant = readObject(body);
  const suspension = group.suspensions.find((each) => each.status === "HANGING" && isMeant(each));
  if (suspension === undefined) throw refuse("AS.7042", "no lifecycle hook holds this instance");
  answer(world, group, suspension, readable);
}
