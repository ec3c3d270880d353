/** The template of instances as arguments: how each member is read, and how they must fit each other. */
import * as t from "io-ts";
import type { NestedNames } from "../check/names";
import { type Decoder, decoder } from "../codec/decoder";
import { list } from "../codec/list";
import { type Breach, ruled } from "../codec/ruled";
import { id, oneOf, text } from "../codec/scalar";
import { type Members, optional, required, structure } from "../codec/structure";
import { hasUnknown } from "../unknown";
import { type FileArguments, fileNames, metadata, personality, userData, userDataBase64 } from "./content";
import { type DiskArguments, diskNames, disks } from "./disk";
import type { MultiFlavorPriorityPolicy } from "./model";
import { type PublicIpArguments, publicIp, publicIpNames } from "./public-ip";

interface Reference {
  readonly id: string;
}

/** The decoded template. */
export interface InstanceConfigArguments {
  /** An existing ECS as the template. */
  readonly instanceId?: string;
  /** Flavor ids in the order in which they are tried. */
  readonly flavorRef?: readonly string[];
  readonly multiFlavorPriorityPolicy?: MultiFlavorPriorityPolicy;
  readonly imageRef?: string;
  readonly disk?: readonly DiskArguments[];
  readonly keyName?: string;
  readonly personality?: readonly FileArguments[];
  readonly publicIp?: PublicIpArguments;
  readonly userData?: string;
  readonly userDataBase64?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly securityGroups?: readonly Reference[];
  readonly marketType?: string;
}

const MOST_FLAVORS = 10;

const flavorsOf = (value: unknown): unknown =>
  typeof value === "string" ? value.split(",").map((flavor) => flavor.trim()) : value;

const areSound = (found: readonly string[]): boolean => {
  const known = found.filter((flavor) => !hasUnknown(flavor));
  return (
    found.length >= 1 &&
    found.length <= MOST_FLAVORS &&
    found.every((flavor) => flavor.trim() !== "" && !flavor.includes(",")) &&
    new Set(known).size === known.length
  );
};

/** Programs write a list, or the text with commas that the API has. AS.1016, AS.1087. */
const flavors: Decoder<readonly string[]> = decoder(
  `1 to ${MOST_FLAVORS} flavor ids, none empty or repeated: a list, or text with commas`,
  (value, context) => {
    const found = flavorsOf(value);
    return t.array(t.string).is(found) && areSound(found) ? t.success(found) : t.failure(value, context);
  },
);

const securityGroup: Members<Reference> = { id: required(id("a security group id")) };

const distinctGroups = (groups: readonly Reference[]): readonly Breach[] =>
  groups.flatMap(({ id: group }, index) => {
    const first = groups.findIndex((other) => other.id === group);
    return first === index || hasUnknown(group)
      ? []
      : [{ path: [index, "id"], found: group, expected: `another one than securityGroups[${first}].id` }];
  });

const members: Members<InstanceConfigArguments> = {
  instanceId: optional(id("the id of an ECS")),
  flavorRef: optional(flavors),
  multiFlavorPriorityPolicy: optional(oneOf("PICK_FIRST")),
  imageRef: optional(id("the id of an image")),
  disk: optional(disks),
  keyName: optional(id("the name of a key pair")),
  personality: optional(personality),
  publicIp: optional(publicIp),
  userData: optional(userData),
  userDataBase64: optional(userDataBase64),
  metadata: optional(metadata),
  securityGroups: optional(
    ruled(
      list(
        structure<Reference>("an object with a security group id", securityGroup),
        0,
        Number.POSITIVE_INFINITY,
        "a list of security groups",
      ),
      distinctGroups,
    ),
  ),
  marketType: optional(text((value) => value.trim() !== "", "text that is not blank")),
};

/** The names of the members. The keys of `metadata` are the program's own. */
export const instanceConfigNames: NestedNames = {
  names: Object.keys(members),
  inner: {
    disk: diskNames,
    personality: fileNames,
    publicIp: publicIpNames,
    securityGroups: Object.keys(securityGroup),
  },
};

/** Members whose text must not be shown. */
export const hiddenParts = ["userData", "personality", "metadata"].map((name) => `instanceConfig.${name}`);

/** What the service takes from the ECS, so that a value of the program would be ignored without a word. */
const ofServer = ["flavorRef", "imageRef", "disk", "securityGroups"] as const;

const notBesideServer = (config: InstanceConfigArguments): readonly Breach[] =>
  config.instanceId === undefined
    ? []
    : ofServer
        .filter((name) => config[name] !== undefined)
        .map((name) => ({
          path: [name],
          found: config[name],
          expected: "none beside instanceId: the service takes it from the ECS",
        }));

const oneUserData = ({
  userData: plain,
  userDataBase64: encoded,
}: InstanceConfigArguments): readonly Breach[] =>
  plain === undefined || encoded === undefined
    ? []
    : [{ path: ["userDataBase64"], found: encoded, expected: "none beside userData" }];

/** AS.1027 to AS.1035, AS.1041 to AS.1046, AS.1049, AS.1052, AS.1055, AS.1062, AS.1064, AS.1087. */
export const instanceConfig: Decoder<InstanceConfigArguments> = ruled(
  structure<InstanceConfigArguments>("an object with the template of instances", members),
  (config) => [...notBesideServer(config), ...oneUserData(config)],
);
