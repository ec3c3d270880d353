/** How the fields of a lifecycle hook are read. */
import { isTopicUrn } from "../notification/smn";
import { refuse } from "../refusal";
import { integer, isGiven, isObject, oneOf, type JsonObject } from "../value";
import { HOOK_RESULTS, HOOK_TYPES, type HookSettings } from "./model";

const LONGEST_NAME = 32;
/** Cannot be read: the path of the list would be its own. */
const RESERVED_NAME = "list";
const LONGEST_METADATA = 256;

/** The name of a new hook. AS.7031, AS.7032. */
export function readHookName(value: unknown): string {
  if (!isGiven(value) || value === "") throw refuse("AS.7032", "lifecycle_hook_name must be given");
  if (typeof value !== "string" || value.length > LONGEST_NAME || !/^[\w-]+$/.test(value)) {
    throw refuse(
      "AS.7031",
      `lifecycle_hook_name must have up to ${LONGEST_NAME} letters, digits, underscores and hyphens`,
    );
  }
  if (value === RESERVED_NAME) throw refuse("AS.7031", `lifecycle_hook_name must not be ${RESERVED_NAME}`);
  return value;
}

function readMetadata(value: unknown): string {
  if (typeof value !== "string" || /[<>&'()]/.test(value)) {
    throw refuse("AS.7055", "notification_metadata must be a text without < > & ' ( )");
  }
  if (value.length > LONGEST_METADATA) {
    throw refuse("AS.7035", `notification_metadata must have at most ${LONGEST_METADATA} characters`);
  }
  return value;
}

function readTopic(value: unknown): string {
  if (!isTopicUrn(value)) {
    throw refuse("AS.7043", "notification_topic_urn must be the URN of an SMN topic");
  }
  return value;
}

const readers: { readonly [Field in keyof HookSettings]: (value: unknown) => HookSettings[Field] } = {
  lifecycle_hook_type: oneOf("AS.7033", "lifecycle_hook_type", HOOK_TYPES),
  default_result: oneOf("AS.7034", "default_result", HOOK_RESULTS),
  default_timeout: integer("AS.7030", "default_timeout", 60, 86400),
  notification_topic_urn: readTopic,
  notification_metadata: readMetadata,
};

/** The body of a call that describes a hook. AS.7036, AS.0022. */
export function hookBody(body: unknown): JsonObject {
  if (!isGiven(body)) throw refuse("AS.7036", "the request needs a body that describes the hook");
  if (!isObject(body)) throw refuse("AS.0022", "the body must be a JSON object");
  return body;
}

/** The settings that a body gives; null means not given. */
export function readHookSettings(body: JsonObject): Partial<HookSettings> {
  const given = Object.entries(readers).filter(([field]) => isGiven(body[field]));
  return Object.fromEntries(given.map(([field, read]) => [field, read(body[field])]));
}
