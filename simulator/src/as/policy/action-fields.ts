/** How `scaling_policy_action` is read; the versions of the API call its fields by different names. */
import type { Quotas } from "../quota";
import { refuse } from "../refusal";
import { integer, isGiven, isObject, oneOf, type JsonObject } from "../value";
import type { PolicyAction, ResourceType } from "./model";

/** A version of the API. */
export type ApiVersion = "v1" | "v2";

/** The names of size and percentage in each version. */
export const AMOUNTS = {
  v1: { size: "instance_number", percentage: "instance_percentage" },
  v2: { size: "size", percentage: "percentage" },
} as const;

const HIGHEST_SIZE = 300;
const HIGHEST_PERCENTAGE = 20000;
/** Mbit/s. */
export const HIGHEST_BANDWIDTH = 500;

const OPERATIONS = {
  SCALING_GROUP: ["ADD", "REMOVE", "REDUCE", "SET"],
  BANDWIDTH: ["ADD", "REDUCE", "SET"],
} as const;

/** REMOVE and REDUCE mean the same. AS.3017. */
function readOperation(value: unknown, resource: ResourceType): PolicyAction["operation"] {
  if (!isGiven(value)) return "ADD";
  const operation = oneOf<string>("AS.3017", "operation", OPERATIONS[resource])(value);
  return operation === "ADD" || operation === "SET" ? operation : "REDUCE";
}

/** AS.3043. */
function readLimits(
  value: unknown,
  resource: ResourceType,
  operation: PolicyAction["operation"],
): number | null {
  if (!isGiven(value)) return null;
  if (resource !== "BANDWIDTH" || operation === "SET") {
    throw refuse("AS.3043", "limits are for ADD and REDUCE of bandwidth only");
  }
  return integer("AS.3043", "limits", 1, HIGHEST_BANDWIDTH)(value);
}

/** What an action is read for. */
export interface ActionContext {
  readonly version: ApiVersion;
  readonly resource: ResourceType;
  readonly quotas: Quotas;
}

/** Reads an action; without fields it means ADD 1. AS.3015, AS.3017, AS.3018, AS.3035, AS.3036, AS.3043. */
export function readPolicyAction(value: unknown, { version, resource, quotas }: ActionContext): PolicyAction {
  if (!isObject(value)) throw refuse("AS.3015", "scaling_policy_action must be an object");
  const names = AMOUNTS[version];
  const fields: JsonObject = value;
  const operation = readOperation(fields["operation"], resource);
  const limits = version === "v1" ? null : readLimits(fields["limits"], resource, operation);
  const [size, percentage] = [fields[names.size], fields[names.percentage]];
  if (isGiven(size) && isGiven(percentage)) {
    throw refuse("AS.3036", `${names.size} and ${names.percentage} exclude each other`);
  }
  const lowest = operation === "SET" && resource === "SCALING_GROUP" ? 0 : 1;
  if (isGiven(percentage)) {
    if (resource === "BANDWIDTH") throw refuse("AS.3035", "bandwidth knows no percentage");
    const read = integer("AS.3035", names.percentage, lowest, HIGHEST_PERCENTAGE);
    return { operation, size: null, percentage: read(percentage), limits };
  }
  const highest = version === "v1" ? quotas.instances : HIGHEST_SIZE;
  const amount = isGiven(size) ? integer("AS.3018", names.size, lowest, highest)(size) : 1;
  return { operation, size: amount, percentage: null, limits };
}
