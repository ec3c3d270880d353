import type * as pulumi from "@pulumi/pulumi";
import type {
  DiskType,
  EipType,
  MultiFlavorPriorityPolicy,
  VolumeType,
} from "../core/as-configuration/model";
import type { SecurityGroupArgs } from "./as-group-args";
import type { OperationTimeoutsArgs } from "./operation-timeouts-args";

/** How a disk is encrypted. */
export interface DiskMetadataArgs {
  /**
   * Encrypt the disk. Needs `systemCmkid`. On the wire `__system__encrypted`.
   *
   * @default false
   */
  systemEncrypted?: pulumi.Input<boolean>;
  /** ID of the customer master key. On the wire `__system__cmkid`. */
  systemCmkid?: pulumi.Input<string>;
}

/** A disk of every instance. */
export interface DiskArgs {
  /**
   * GB: 1 to 1024 for a `SYS` disk, and no less than its image needs (AS.1030); 10 to 32768 for a `DATA` disk, and no
   * less than its data disk image (AS.1054). AS.1031.
   */
  size: pulumi.Input<number>;
  /**
   * `SATA` common I/O, `SAS` high I/O, `SSD` ultra-high I/O, `ESSD` extreme SSD, `co-p1` high I/O (performance-optimized),
   * `uh-l1` ultra-high I/O (latency-optimized). It must be offered in the zone, and fit the flavor (AS.1019).
   */
  volumeType: pulumi.Input<VolumeType>;
  /** `SYS`, of which there is exactly one (AS.1029), or `DATA`. */
  diskType: pulumi.Input<DiskType>;
  /** ID of the data disk image that a `DATA` disk is made from (AS.1053, AS.1056). Excludes `snapshotId` (AS.1064). */
  dataDiskImageId?: pulumi.Input<string>;
  /** ID of the backup snapshot of this disk. With a full-ECS image every disk has one (AS.1062, AS.1066). */
  snapshotId?: pulumi.Input<string>;
  /** Encryption; `DATA` disks only. */
  metadata?: pulumi.Input<DiskMetadataArgs>;
}

/** A file that is put into every instance. */
export interface InjectedFileArgs {
  /** Absolute path on Linux; name of a file in the root of drive C on Windows. */
  path: pulumi.Input<string>;
  /** The text of the file, at most 1 KiB in UTF-8. It is encoded for you. */
  content?: pulumi.Input<string>;
  /** Instead of `content`: the bytes of the file in base64, at most 1 KiB before encoding. */
  contentBase64?: pulumi.Input<string>;
}

/** The bandwidth of an elastic IP address. */
export interface EipBandwidthArgs {
  /** Mbit/s: 1 to 300, or 350, 400, 450 or 500 (AS.1042, AS.1046). */
  size: pulumi.Input<number>;
  /**
   * Only dedicated bandwidth is available (AS.1045).
   *
   * @default "PER"
   */
  shareType?: pulumi.Input<"PER">;
  /**
   * Billed by traffic (AS.1044).
   *
   * @default "traffic"
   */
  chargingMode?: pulumi.Input<"traffic">;
}

/** An elastic IP address. */
export interface EipArgs {
  /** `5_bgp` dynamic BGP; `5_mailbgp`, which is not documented, but used by other clients (AS.1043). */
  ipType: pulumi.Input<EipType>;
  /** Bandwidth of the address. */
  bandwidth: pulumi.Input<EipBandwidthArgs>;
}

/** The elastic IP address that every instance gets. */
export interface PublicIpArgs {
  /** The address. */
  eip: pulumi.Input<EipArgs>;
}

/** Metadata of every instance. */
export interface InstanceMetadataArgs {
  /**
   * Password of the administrator: 8 to 26 characters of at least three kinds out of `A-Z`, `a-z`, `0-9` and
   * ``!@$%^-_=+[{}]:,./?``, without the name of the user, also reversed (AS.1035). On the wire `admin_pass`. The service
   * never tells it: a change of it in the program replaces the configuration.
   */
  adminPass?: pulumi.Input<string>;
  /** Anything else, under keys without blanks, `$` and `.` (AS.1052). */
  [key: string]: pulumi.Input<string> | undefined;
}

/** The template of instances. */
export interface InstanceConfigArgs {
  /**
   * ID of an existing ECS whose specification is the template. Excludes `flavorRef`, `imageRef`, `disk` and
   * `securityGroups`, which the service takes from the ECS (AS.4006).
   *
   * @default - the template is what this object says
   */
  instanceId?: pulumi.Input<string>;
  /**
   * Flavor IDs, 1 to 10 (AS.1087): a list, or text with commas as the API has it. Mandatory without `instanceId` and
   * `sourceScalingConfigurationId` (AS.1016).
   */
  flavorRef?: pulumi.Input<string> | pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Order in which several flavors are tried (AS.1085).
   *
   * @default - the service decides
   */
  multiFlavorPriorityPolicy?: pulumi.Input<MultiFlavorPriorityPolicy>;
  /** Image ID. Mandatory without `instanceId` and `sourceScalingConfigurationId` (AS.1014, AS.1015). */
  imageRef?: pulumi.Input<string>;
  /** 1 to 24 disks (AS.1028, AS.1032). Mandatory without `instanceId` and `sourceScalingConfigurationId`. */
  disk?: pulumi.Input<pulumi.Input<DiskArgs>[]>;
  /** Name of the SSH key pair to log in with. Without it there must be `metadata.adminPass` (AS.1026, AS.7022). */
  keyName?: pulumi.Input<string>;
  /**
   * At most 5 files (AS.1027). Secret in the state.
   *
   * @default - none
   */
  personality?: pulumi.Input<pulumi.Input<InjectedFileArgs>[]>;
  /**
   * Elastic IP address of every instance (AS.1041).
   *
   * @default - none
   */
  publicIp?: pulumi.Input<PublicIpArgs>;
  /**
   * User data as plain text, at most 32 KiB in UTF-8 (AS.1049). It is encoded for you. Secret in the state.
   *
   * @default - none
   */
  userData?: pulumi.Input<string>;
  /** Instead of `userData`: user data that is in base64 already, such as gzip; at most 32 KiB before encoding. */
  userDataBase64?: pulumi.Input<string>;
  /**
   * Password and other metadata, at most 512 bytes as JSON (AS.1052). Secret in the state.
   *
   * @default - none
   */
  metadata?: pulumi.Input<InstanceMetadataArgs>;
  /**
   * Security groups of every instance. They win over those of the AS group.
   *
   * @default - those of the AS group, or else the default security group
   */
  securityGroups?: pulumi.Input<pulumi.Input<SecurityGroupArgs>[]>;
  /** Reserved by the service: leave it out unless you were told a value. */
  marketType?: pulumi.Input<string>;
}

/** Arguments of an AS configuration. The API cannot modify one: every change replaces it, the new one first. */
export interface AsConfigurationArgs {
  /**
   * Name: 1 to 64 characters of `A-Z a-z 0-9 _ -`. Names are not unique in AS, so it cannot be given beside
   * `keepConfigurations`.
   *
   * @default `<resource name>-<7 hex digits>`
   * @see as_06_0201
   */
  scalingConfigurationName?: pulumi.Input<string>;
  /**
   * What instances are made of. It can be absent only with `sourceScalingConfigurationId` or `adoptId` (AS.1011).
   */
  instanceConfig?: pulumi.Input<InstanceConfigArgs>;
  /**
   * ID of an AS configuration from which everything is taken that `instanceConfig` does not say. It is copied once:
   * what becomes of the source later does not matter.
   *
   * @default - none
   */
  sourceScalingConfigurationId?: pulumi.Input<string>;
  /**
   * How many configurations that were replaced stay, for a quick way back: 0 to 50. Going back to the arguments of one of
   * them takes it again instead of making another; one with a password is always made anew, because the service does not
   * tell it. They are deleted when newer ones are kept in their place, when this number falls, and with the resource.
   * Not beside `scalingConfigurationName`: another stack that has chosen the same name could take or delete them.
   *
   * @default 0
   */
  keepConfigurations?: pulumi.Input<number>;
  /** How long each operation may be repeated; `delete` is how long a group may still use the configuration (AS.1006). */
  timeouts?: pulumi.Input<OperationTimeoutsArgs>;
  /**
   * ID of an AS configuration that exists: it is taken over instead of creating one. What the program says must be so
   * already, because nothing can change; the password cannot be compared.
   */
  adoptId?: pulumi.Input<string>;
}
