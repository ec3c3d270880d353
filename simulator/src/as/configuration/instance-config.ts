/** How `instance_config` is read: what is given, what it inherits, what it takes from an ECS. */
import type { InstanceConfig, Server } from "../model";
import { refuse } from "../refusal";
import { idObject, isGiven, isId, list, oneOf, type JsonObject } from "../value";
import { readMetadata, readPersonality, readUserData } from "./content";
import { readDisks } from "./disks";
import { checkPassword } from "./login";
import { readPublicIp } from "./public-ip";

const HIGHEST_FLAVOURS = 10;

function readFlavours(value: unknown): string {
  if (typeof value !== "string" || value === "") throw refuse("AS.1016", "flavorRef must be given");
  const flavours = value.split(",");
  if (flavours.length > HIGHEST_FLAVOURS)
    throw refuse("AS.1087", `there are at most ${HIGHEST_FLAVOURS} flavors`);
  if (flavours.includes("")) throw refuse("AS.1017", "flavorRef must hold flavor ids, separated by commas");
  return value;
}

function readImage(value: unknown): string {
  if (!isGiven(value) || value === "") throw refuse("AS.1014", "imageRef must be given");
  if (!isId(value)) throw refuse("AS.1075", "imageRef must be a valid id");
  return value;
}

function readText(field: string): (value: unknown) => string {
  return (value) => {
    if (typeof value !== "string") throw refuse("AS.0022", `${field} must be a text`);
    return value;
  };
}

const securityGroups = list("AS.2014", "security_groups", idObject("AS.2014", "security_groups"));
const flavourPriority = oneOf("AS.1085", "multi_flavor_priority_policy", ["PICK_FIRST"]);

/** What an ECS decides when it is the template. */
const fromServer = ({ flavour, image, disks, id }: Server): JsonObject => ({
  instance_id: id,
  flavorRef: flavour,
  imageRef: image,
  disk: disks,
  security_groups: null,
});

const fieldsWhere = (fields: JsonObject, keeps: (value: unknown) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => keeps(value)));

/** The parts of a body that make an instance_config, null ones taken from where they are inherited. */
export function combined(given: JsonObject, inherited: JsonObject, template: Server | undefined): JsonObject {
  const own = fieldsWhere(given, isGiven);
  if (template !== undefined) return { ...own, ...fromServer(template) };
  return { ...fieldsWhere(inherited, (value) => value !== ""), ...own };
}

/** An instance_config and whether it sets a password, which itself is not kept. */
export interface ReadInstanceConfig {
  readonly instanceConfig: InstanceConfig;
  readonly hasPassword: boolean;
}

/** @throws AsRefusal with the code of the first field that does not fit */
export function readInstanceConfig(raw: JsonObject): ReadInstanceConfig {
  const optional = <A>(field: string, read: (value: unknown) => A, fallback: A): A =>
    isGiven(raw[field]) ? read(raw[field]) : fallback;
  const { admin_pass: password, ...metadata } = optional<JsonObject>("metadata", readMetadata, {});
  if (password !== undefined) checkPassword(password);
  const instanceConfig: InstanceConfig = {
    instance_id: optional("instance_id", readText("instance_id"), ""),
    flavorRef: readFlavours(raw["flavorRef"]),
    imageRef: readImage(raw["imageRef"]),
    disk: readDisks(raw["disk"]),
    key_name: optional("key_name", readText("key_name"), ""),
    personality: optional("personality", readPersonality, []),
    public_ip: optional<JsonObject | null>("public_ip", readPublicIp, null),
    user_data: optional("user_data", readUserData, ""),
    metadata,
    security_groups: optional("security_groups", securityGroups, []),
    market_type: optional("market_type", readText("market_type"), ""),
    multi_flavor_priority_policy: optional<string>("multi_flavor_priority_policy", flavourPriority, ""),
  };
  return { instanceConfig, hasPassword: password !== undefined };
}
