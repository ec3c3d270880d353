/** How the body of a create or modify call is read. */
import { readDescription } from "../group/fields";
import { refuse } from "../refusal";
import { integer, isGiven, isId, isObject, name, oneOf, type JsonObject } from "../value";
import type { World } from "../world";
import { AMOUNTS, readPolicyAction, type ApiVersion } from "./action-fields";
import {
  POLICY_TYPES,
  RESOURCE_TYPES,
  type PolicyAction,
  type PolicySettings,
  type PolicyType,
  type ResourceType,
  type Schedule,
} from "./model";
import { actionDocument, scheduleDocument } from "./representation";
import { readSchedule } from "./schedule-fields";

const DEFAULT_COOLDOWN_SECONDS = 300;
const HIGHEST_COOLDOWN_SECONDS = 86400;

const readName = name("scaling_policy_name", { missing: "AS.3013", long: "AS.3014", characters: "AS.3031" });
/** AS.3002. */
export const readPolicyType = oneOf("AS.3002", "scaling_policy_type", POLICY_TYPES);
const readCooldown = integer("AS.3012", "cool_down_time", 0, HIGHEST_COOLDOWN_SECONDS);
/** AS.3037. */
export const readResourceType = oneOf("AS.3037", "scaling_resource_type", RESOURCE_TYPES);

interface Resource {
  readonly scaling_resource_type: ResourceType;
  readonly scaling_resource_id: string;
}

const has = (value: unknown): boolean => isGiven(value) && value !== "";

/** Version 1 names the group on create only. AS.3019. */
function readGroup(body: JsonObject, before: PolicySettings | undefined): Resource {
  if (before !== undefined) return before;
  const { scaling_group_id: id } = body;
  if (!has(id)) throw refuse("AS.3019", "scaling_group_id must be given");
  return { scaling_resource_type: "SCALING_GROUP", scaling_resource_id: String(id) };
}

/** AS.3037, AS.3041, AS.3054, AS.3055. */
function readResource(body: JsonObject, before: PolicySettings | undefined): Resource {
  const type = body["scaling_resource_type"] ?? before?.scaling_resource_type;
  const id = body["scaling_resource_id"] ?? before?.scaling_resource_id;
  if (!has(type)) throw refuse("AS.3054", "scaling_resource_type must be given");
  const readable = readResourceType(type);
  if (!has(id)) throw refuse("AS.3041", "scaling_resource_id must be given");
  if (!isId(id)) throw refuse("AS.3055", "scaling_resource_id must be a valid id");
  return { scaling_resource_type: readable, scaling_resource_id: id };
}

/** The form of the ids of alarm rules. */
export const isAlarmId = (value: unknown): value is string =>
  typeof value === "string" && /^al\d{13}[\dA-Za-z]{9}$/.test(value);

/** AS.3026, AS.3050. */
function readAlarm(value: unknown, before: PolicySettings | undefined): string {
  const alarm = has(value) ? value : before?.alarm_id;
  if (!has(alarm)) throw refuse("AS.3026", "alarm_id must be given for an alarm policy");
  if (!isAlarmId(alarm)) {
    throw refuse("AS.3050", "alarm_id must be al, thirteen digits, and nine letters or digits");
  }
  return alarm;
}

/** Nested objects of a modification, see the variant `policyModify`. */
function nested(world: World, given: unknown, before: object | null | undefined): unknown {
  if (!isObject(given) || world.variants.policyModify === "replace") return given;
  return { ...before, ...given };
}

function scheduleOf(
  world: World,
  body: JsonObject,
  type: Exclude<PolicyType, "ALARM">,
  before: PolicySettings | undefined,
): Schedule {
  const kept = before?.scaling_policy_type === type ? before.schedule : null;
  const { scheduled_policy: given } = body;
  if (!isGiven(given) && kept !== null) return kept;
  const value = nested(world, given, kept === null ? null : scheduleDocument(kept, world.variants));
  return readSchedule(type, value, world.clock.now());
}

const DEFAULT_ACTION: PolicyAction = { operation: "ADD", size: 1, percentage: null, limits: null };

/** The amount that was there gives way to the other kind of amount. */
function actionBefore(before: PolicyAction, given: unknown, version: ApiVersion): object {
  const { size, percentage } = AMOUNTS[version];
  const { [size]: oldSize, [percentage]: oldPercentage, ...others } = actionDocument(before, version);
  const givesAmount = isObject(given) && (isGiven(given[size]) || isGiven(given[percentage]));
  return givesAmount ? others : { ...others, [size]: oldSize, [percentage]: oldPercentage };
}

function actionOf(
  world: World,
  body: JsonObject,
  version: ApiVersion,
  resource: ResourceType,
  before: PolicySettings | undefined,
): PolicyAction {
  const { scaling_policy_action: given } = body;
  const kept = before?.action ?? DEFAULT_ACTION;
  const fits = before === undefined || before.scaling_resource_type === resource;
  if (!isGiven(given) && fits) return kept;
  const old = before === undefined ? undefined : actionBefore(kept, given, version);
  const value = isGiven(given) ? nested(world, given, old) : old;
  return readPolicyAction(value, { version, resource, quotas: world.quotas });
}

function typeOf(body: JsonObject, before: PolicySettings | undefined): PolicyType {
  const type = body["scaling_policy_type"] ?? before?.scaling_policy_type;
  if (!has(type)) throw refuse("AS.3011", "scaling_policy_type must be given");
  return readPolicyType(type);
}

/**
 * The settings that a body leads to.
 *
 * @param before the settings of the policy that is modified; undefined on create
 * @throws AsRefusal with the code of the first field that does not fit
 */
export function readPolicySettings(
  world: World,
  body: JsonObject,
  version: ApiVersion,
  before?: PolicySettings,
): PolicySettings {
  const policyName = readName(body["scaling_policy_name"] ?? before?.scaling_policy_name);
  const resource = version === "v1" ? readGroup(body, before) : readResource(body, before);
  const type = typeOf(body, before);
  const isAlarm = type === "ALARM";
  const { cool_down_time: cooldown, description } = body;
  return {
    scaling_policy_name: policyName,
    scaling_resource_type: resource.scaling_resource_type,
    scaling_resource_id: resource.scaling_resource_id,
    scaling_policy_type: type,
    alarm_id: isAlarm ? readAlarm(body["alarm_id"], before) : "",
    schedule: isAlarm ? null : scheduleOf(world, body, type, before),
    action: actionOf(world, body, version, resource.scaling_resource_type, before),
    cool_down_time: isGiven(cooldown)
      ? readCooldown(cooldown)
      : (before?.cool_down_time ?? DEFAULT_COOLDOWN_SECONDS),
    description:
      version === "v2" && isGiven(description)
        ? readDescription(description, world.variants)
        : (before?.description ?? ""),
  };
}
