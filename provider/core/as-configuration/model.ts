/**
 * The AS configuration as this package sees it: the words of the API in camelCase. An AS configuration never changes:
 * there is no operation that modifies one.
 */
import type { Open } from "../as-group/model";

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
  readonly systemEncrypted?: boolean;
  /** Id of the customer master key. */
  readonly systemCmkid?: string;
}

/** A disk of an instance. */
export interface Disk {
  /** GB. */
  readonly size: number;
  readonly volumeType: Open<VolumeType>;
  readonly diskType: Open<DiskType>;
  readonly dataDiskImageId?: string;
  /** Of the backup of this disk, when the image is a full-ECS image. */
  readonly snapshotId?: string;
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
  readonly shareType: Open<"PER">;
  readonly chargingMode: Open<"traffic">;
}

/** The elastic IP address that every instance gets. */
export interface PublicIp {
  readonly eip: { readonly ipType: Open<EipType>; readonly bandwidth: EipBandwidth };
}

/** Another object of the cloud. */
interface Reference {
  readonly id: string;
}

/** The live template of instances. The service never tells the password. */
export interface InstanceConfig {
  /** Flavor ids, separated by commas. */
  readonly flavorRef: string;
  readonly imageRef: string;
  readonly disk: readonly Disk[];
  readonly keyName?: string;
  readonly keyFingerprint?: string;
  readonly personality: readonly InjectedFile[];
  readonly publicIp?: PublicIp;
  /** In base64. */
  readonly userData?: string;
  /** Without the password. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly securityGroups: readonly Reference[];
  readonly multiFlavorPriorityPolicy?: Open<MultiFlavorPriorityPolicy>;
  /** The ECS that served as a template, where the service says so. Reserved, as are those below. */
  readonly instanceId?: string;
  readonly instanceName?: string;
  readonly marketType?: string;
  readonly serverGroupId?: string;
  readonly tenancy?: string;
  readonly dedicatedHostId?: string;
}

/** The live AS configuration, as the query operations return it. */
export interface AsConfiguration {
  readonly scalingConfigurationId: string;
  readonly scalingConfigurationName: string;
  /** UTC. */
  readonly createTime: string;
  /** A group that uses it. What is said of one that several groups use is not documented. */
  readonly scalingGroupId?: string;
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
