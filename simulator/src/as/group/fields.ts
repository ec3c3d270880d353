/** How each field of a create or modify body is read. */
import { TERMINATE_POLICIES, type GroupSettings } from "../model";
import { refuse } from "../refusal";
import { flag, integer, isGiven, isId, list, name, oneOf, type JsonObject } from "../value";
import type { Variants } from "../variants";
import { readLbaasListeners, readListenerIds } from "./listeners";
import { readNetworks, readSecurityGroups } from "./networks";

const HIGHEST_SECONDS = 86400;
const HIGHEST_DESCRIPTION = 256;

/** The project that objects belong to when none is given. */
export const DEFAULT_PROJECT = "0";

type FieldReaders = {
  readonly [Field in keyof GroupSettings]: (value: unknown, variants: Variants) => GroupSettings[Field];
};

function readConfigurationId(value: unknown): string {
  if (typeof value !== "string" || value === "")
    throw refuse("AS.1003", "scaling_configuration_id must be given");
  return value;
}

function readZones(value: unknown): readonly string[] {
  const zones = list("AS.2011", "available_zones", (zone): string => {
    if (typeof zone !== "string") throw refuse("AS.2011", "available_zones must hold names of AZs");
    return zone;
  })(value);
  if (new Set(zones).size < zones.length) throw refuse("AS.2011", "available_zones names an AZ twice");
  return zones;
}

function readEnterpriseProject(value: unknown): string {
  if (value === "" || value === DEFAULT_PROJECT) return DEFAULT_PROJECT;
  if (!isId(value)) throw refuse("AS.7065", "enterprise_project_id must be 0 or a valid id");
  return value;
}

/** AS.0022; an empty text is the variant `emptyDescription`. */
export function readDescription(value: unknown, variants: Variants): string {
  const shortest = variants.emptyDescription === "refuse" ? 1 : 0;
  if (typeof value !== "string" || value.length < shortest || value.length > HIGHEST_DESCRIPTION) {
    throw refuse("AS.0022", `description must have 1 to ${HIGHEST_DESCRIPTION} characters`);
  }
  return value;
}

const readers: FieldReaders = {
  scaling_group_name: name("scaling_group_name", {
    missing: "AS.2002",
    long: "AS.2003",
    characters: "AS.2022",
  }),
  scaling_configuration_id: readConfigurationId,
  min_instance_number: integer("AS.2004", "min_instance_number", 0, Infinity),
  max_instance_number: integer("AS.2004", "max_instance_number", 0, Infinity),
  desire_instance_number: integer("AS.2005", "desire_instance_number", 0, Infinity),
  cool_down_time: integer("AS.2006", "cool_down_time", 0, HIGHEST_SECONDS),
  lb_listener_id: readListenerIds,
  lbaas_listeners: readLbaasListeners,
  available_zones: readZones,
  networks: readNetworks,
  security_groups: readSecurityGroups,
  health_periodic_audit_method: oneOf("AS.2029", "health_periodic_audit_method", ["ELB_AUDIT", "NOVA_AUDIT"]),
  health_periodic_audit_time: oneOf("AS.2031", "health_periodic_audit_time", [0, 1, 5, 15, 60, 180]),
  health_periodic_audit_grace_period: integer(
    "AS.2046",
    "health_periodic_audit_grace_period",
    0,
    HIGHEST_SECONDS,
  ),
  instance_terminate_policy: oneOf("AS.2032", "instance_terminate_policy", TERMINATE_POLICIES),
  notifications: list("AS.2034", "notifications", oneOf("AS.2034", "notifications", ["EMAIL"])),
  delete_publicip: flag("AS.0022", "delete_publicip"),
  delete_volume: flag("AS.0022", "delete_volume"),
  enterprise_project_id: readEnterpriseProject,
  multi_az_priority_policy: oneOf("AS.2053", "multi_az_priority_policy", [
    "EQUILIBRIUM_DISTRIBUTE",
    "PICK_FIRST",
  ]),
  description: readDescription,
};

const FIELDS = Object.keys(readers) as (keyof GroupSettings)[];

/** Fields that are never settings, but that clients are known to send. */
const TOLERATED: readonly string[] = ["scaling_group_id"];

function checkKnown(body: JsonObject, others: readonly string[]): void {
  const known: readonly string[] = [...FIELDS, ...TOLERATED, ...others];
  const unknown = Object.keys(body).find((field) => !known.includes(field));
  if (unknown !== undefined) throw refuse("AS.0022", `the parameter ${unknown} is not supported`);
}

/**
 * The settings that a body gives; null means not given.
 *
 * @param others fields of the call that are no settings
 * @throws AsRefusal with the code of the first field that does not fit
 */
export function readSettings(
  body: JsonObject,
  variants: Variants,
  others: readonly string[] = [],
): Partial<GroupSettings> {
  if (variants.unknownFields === "refuse") checkKnown(body, others);
  const given = FIELDS.filter((field) => isGiven(body[field]));
  return Object.fromEntries(given.map((field) => [field, readers[field](body[field], variants)]));
}
