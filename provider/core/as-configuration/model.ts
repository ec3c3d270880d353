/**
 * The AS configuration as this package sees it: the words of the API in camelCase. An AS configuration never changes:
 * there is no operation that modifies one.
 */
import type { Open, Reference } from "../as-group/model";

/** What a disk is for. */
export type DiskType = "SYS" | "DATA";

/**
 * The kind of a disk: `SATA` common I/O, `SAS` high I/O, `SSD` ultra-high I/O, `ESSD` extreme SSD, `co-p1` high I/O
 * (performance-optimized I), `uh-l1` ultra-high I/O (latency-optimized).
 */
export type VolumeType = "SSD" | "SAS" | "SATA" | "ESSD" | "co-p1" | "uh-l1";

/** In which order several flavors are tried: as they are listed. */
export type MultiFlavorPriorityPolicy = "PICK_FIRST";

/** The kind of an elastic IP address. */
export type EipType = "5_bgp" | "5_mailbgp";

/** How a disk is encrypted. On the wire `__system__encrypted` and `__system__cmkid`. */
export interface DiskMetadata {
  /** The disk is encrypted. */
  readonly systemEncrypted?: boolean;
  /** Id of the customer master key. */
  readonly systemCmkid?: string;
}

/** A disk of an instance. */
export interface Disk {
  /** GB. */
  readonly size: number;
  /** Kind of the disk, such as `SSD`. */
  readonly volumeType: Open<VolumeType>;
  /** `SYS`, of which there is exactly one, or `DATA`. */
  readonly diskType: Open<DiskType>;
  /** ID of the data disk image that a `DATA` disk is made from. */
  readonly dataDiskImageId?: string;
  /** Of the backup of this disk, when the image is a full-ECS image. */
  readonly snapshotId?: string;
  /** Encryption; `DATA` disks only. */
  readonly metadata?: DiskMetadata;
}

/** A file that is put into an instance. */
export interface InjectedFile {
  /** From the root on (Linux), or the name of a file (Windows). */
  readonly path: string;
  /** In base64. */
  readonly content: string;
}

/** The bandwidth of an elastic IP address. */
interface EipBandwidth {
  /** Mbit/s. */
  readonly size: number;
  /** `PER`: a bandwidth of its own, which no other address shares. */
  readonly shareType: Open<"PER">;
  /** `traffic`: billed by traffic. */
  readonly chargingMode: Open<"traffic">;
}

/** An elastic IP address. */
interface Eip {
  /** `5_bgp` dynamic BGP, or `5_mailbgp`. */
  readonly ipType: Open<EipType>;
  /** Bandwidth of the address. */
  readonly bandwidth: EipBandwidth;
}

/** The elastic IP address that every instance gets. */
export interface PublicIp {
  /** The address. */
  readonly eip: Eip;
}

/** The live template of instances. The service never tells the password. */
export interface InstanceConfig {
  /** Flavor ids, separated by commas. */
  readonly flavorRef: string;
  /** Image ID. */
  readonly imageRef: string;
  /** 1 to 24 disks, one of them `SYS`. */
  readonly disk: readonly Disk[];
  /** Name of the SSH key pair to log in with. */
  readonly keyName?: string;
  /** Fingerprint of the key pair, such as `SHA256:…`. */
  readonly keyFingerprint?: string;
  /** At most 5 files that are put into every instance. */
  readonly personality: readonly InjectedFile[];
  /** Elastic IP address of every instance; absent: none. */
  readonly publicIp?: PublicIp;
  /** In base64. */
  readonly userData?: string;
  /** Without the password. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Security groups of every instance; they win over those of the AS group. */
  readonly securityGroups: readonly Reference[];
  /** `PICK_FIRST`: several flavors are tried in the order in which they are listed. */
  readonly multiFlavorPriorityPolicy?: Open<MultiFlavorPriorityPolicy>;
  /** The ECS that served as a template, where the service says so. Reserved, as are those below. */
  readonly instanceId?: string;
  /** Reserved by the service. */
  readonly instanceName?: string;
  /** Reserved by the service. */
  readonly marketType?: string;
  /** Reserved by the service. */
  readonly serverGroupId?: string;
  /** Reserved by the service. */
  readonly tenancy?: string;
  /** Reserved by the service. */
  readonly dedicatedHostId?: string;
}

/** The live AS configuration, as the query operations return it. */
export interface AsConfiguration {
  /** ID of the AS configuration, a UUID. */
  readonly scalingConfigurationId: string;
  /** Name of the AS configuration, up to 64 characters; not unique in AS. */
  readonly scalingConfigurationName: string;
  /** UTC. */
  readonly createTime: string;
  /** A group that uses it. What is said of one that several groups use is not documented. */
  readonly scalingGroupId?: string;
  /** What instances are made of. */
  readonly instanceConfig: InstanceConfig;
}

/** The template of instances as it is sent. What is absent is taken from the ECS or the source, if there is one. */
export interface InstanceConfigRequest {
  readonly instanceId?: string;
  /** Up to 10 flavor ids, separated by commas. */
  readonly flavorRef?: string;
  readonly multiFlavorPriorityPolicy?: MultiFlavorPriorityPolicy;
  readonly imageRef?: string;
  readonly disk?: readonly Disk[];
  readonly keyName?: string;
  readonly personality?: readonly InjectedFile[];
  readonly publicIp?: PublicIp;
  /** In base64. */
  readonly userData?: string;
  /** Keys as they are sent; the password is `admin_pass`. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly securityGroups?: readonly Reference[];
  readonly marketType?: string;
}

/** A body of the create operation. */
export interface AsConfigurationCreation {
  readonly scalingConfigurationName: string;
  readonly instanceConfig?: InstanceConfigRequest;
  /** The AS configuration from which everything is taken that `instanceConfig` does not say. */
  readonly sourceScalingConfigurationId?: string;
}
