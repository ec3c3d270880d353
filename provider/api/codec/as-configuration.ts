/**
 * AS configurations on the wire. Some of their fields do not follow the service's own style: `flavorRef`, `imageRef`,
 * and `__system__encrypted` of disks, whose values are the texts `0` and `1`.
 *
 * @see as_06_0201 to as_06_0203
 */
import * as t from "io-ts";
import type {
  AsConfiguration,
  AsConfigurationCreation,
  Disk,
  DiskMetadata,
  InstanceConfig,
  InstanceConfigRequest,
  PublicIp,
} from "../../core/as-configuration/model";
import { type Decoder, decoder } from "../../core/codec/decoder";
import { isRecord, type UnknownRecord } from "../../core/record";
import { identifier, integer, list, mapped, object, optional, orElse, rows, text, toWire } from "./wire";

const anyObject = (name: string): Decoder<UnknownRecord> =>
  decoder(name, (input, context) => (isRecord(input) ? t.success(input) : t.failure(input, context)));

/** A disk that is not encrypted has no metadata, or an object in which nothing is said. */
const diskMetadata: Decoder<DiskMetadata | undefined> = optional(
  mapped(anyObject("the metadata of a disk"), (found) => {
    const { __system__encrypted: encrypted, __system__cmkid: key } = found;
    const metadata: DiskMetadata = {
      ...(encrypted === "0" || encrypted === "1" ? { systemEncrypted: encrypted === "1" } : {}),
      ...(typeof key === "string" && key !== "" ? { systemCmkid: key } : {}),
    };
    return Object.keys(metadata).length === 0 ? undefined : metadata;
  }),
);

const disk: Decoder<Disk> = object("a disk", {
  size: integer,
  volumeType: identifier,
  diskType: identifier,
  dataDiskImageId: optional(text),
  snapshotId: optional(text),
  metadata: diskMetadata,
});

const eip = object("an eip", {
  ipType: identifier,
  bandwidth: object("a bandwidth", { size: integer, shareType: identifier, chargingMode: identifier }),
});

/** Instances without an address have none here, or an object in which nothing is said. */
const publicIp: Decoder<PublicIp | undefined> = optional(
  mapped(object("a public_ip", { eip: optional(eip) }), ({ eip: found }) =>
    found === undefined ? undefined : { eip: found },
  ),
);

const PASSWORD = "admin_pass";

/** Whatever the service says about the password is not taken in. */
const metadata: Decoder<Readonly<Record<string, string>>> = orElse(
  mapped(anyObject("an object"), (found) =>
    Object.fromEntries(
      Object.entries(found).filter(
        (entry): entry is [string, string] => entry[0] !== PASSWORD && typeof entry[1] === "string",
      ),
    ),
  ),
  {},
);

const instanceConfig: Decoder<InstanceConfig> = object(
  "an instance_config",
  {
    flavorRef: orElse(text, ""),
    imageRef: orElse(text, ""),
    disk: list(disk),
    keyName: optional(text),
    keyFingerprint: optional(text),
    personality: list(object("a file", { path: text, content: text })),
    publicIp,
    userData: optional(text),
    metadata,
    securityGroups: list(object("a security group", { id: identifier })),
    multiFlavorPriorityPolicy: optional(text),
    instanceId: optional(text),
    instanceName: optional(text),
    marketType: optional(text),
    serverGroupId: optional(text),
    tenancy: optional(text),
    dedicatedHostId: optional(text),
  },
  { flavorRef: "flavorRef", imageRef: "imageRef" },
);

const asConfiguration: Decoder<AsConfiguration> = object("an AS configuration", {
  scalingConfigurationId: identifier,
  scalingConfigurationName: text,
  createTime: text,
  scalingGroupId: optional(text),
  instanceConfig,
});

/** The answer to the query of one AS configuration. */
export const asConfigurationAnswer = object("an object with a scaling_configuration", {
  scalingConfiguration: asConfiguration,
});

/** The answer to creating an AS configuration. */
export const asConfigurationIdAnswer = object("an object with a scaling_configuration_id", {
  scalingConfigurationId: identifier,
});

/** One page of AS configurations. */
export const asConfigurationPage = object("a page of AS configurations", {
  scalingConfigurations: rows(asConfiguration),
  totalNumber: integer,
});

const diskMetadataBody = ({ systemEncrypted, systemCmkid }: DiskMetadata): unknown => ({
  ...(systemEncrypted === undefined ? {} : { __system__encrypted: systemEncrypted ? "1" : "0" }),
  ...(systemCmkid === undefined ? {} : { __system__cmkid: systemCmkid }),
});

const diskBody = ({ metadata: encryption, ...rest }: Disk): UnknownRecord => ({
  ...(toWire(rest) as UnknownRecord),
  ...(encryption === undefined ? {} : { metadata: diskMetadataBody(encryption) }),
});

const instanceConfigBody = ({
  flavorRef,
  imageRef,
  disk: disks,
  metadata: free,
  ...rest
}: InstanceConfigRequest): UnknownRecord => ({
  ...(flavorRef === undefined ? {} : { flavorRef }),
  ...(imageRef === undefined ? {} : { imageRef }),
  ...(disks === undefined ? {} : { disk: disks.map(diskBody) }),
  ...(toWire(rest) as UnknownRecord),
  ...(free === undefined ? {} : { metadata: free }),
});

/** The body of the create operation. */
export const creationBody = ({
  instanceConfig: config,
  ...rest
}: AsConfigurationCreation): UnknownRecord => ({
  ...(toWire(rest) as UnknownRecord),
  ...(config === undefined ? {} : { instance_config: instanceConfigBody(config) }),
});
