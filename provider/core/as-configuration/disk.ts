/** Disks as arguments: what each may have, and how they must fit each other. */
import type { NestedNames } from "../check/names";
import { list } from "../codec/list";
import { type Breach, ruled } from "../codec/ruled";
import { flag, id, integer, oneOf } from "../codec/scalar";
import { type Members, optional, required, structure } from "../codec/structure";
import type { Disk, DiskMetadata, DiskType, VolumeType } from "./model";

/** A disk as programs write it. */
export interface DiskArguments extends Disk {
  readonly volumeType: VolumeType;
  readonly diskType: DiskType;
}

const MOST_DISKS = 24;
const SIZES_GB = { SYS: { least: 1, most: 1024 }, DATA: { least: 10, most: 32_768 } } as const;

const metadata: Members<DiskMetadata> = {
  systemEncrypted: optional(flag),
  systemCmkid: optional(id("the id of a customer master key")),
};

const members: Members<DiskArguments> = {
  size: required(integer(SIZES_GB.SYS.least, SIZES_GB.DATA.most)),
  volumeType: required(oneOf("SSD", "SAS", "SATA", "ESSD", "co-p1", "uh-l1")),
  diskType: required(oneOf("SYS", "DATA")),
  dataDiskImageId: optional(id("the id of a data disk image")),
  snapshotId: optional(id("the id of the backup snapshot of a disk")),
  metadata: optional(structure<DiskMetadata>("an object with systemEncrypted and systemCmkid", metadata)),
};

/** The names of the members. */
export const diskNames: NestedNames = {
  names: Object.keys(members),
  inner: { metadata: Object.keys(metadata) },
};

const sizeFits = ({ size, diskType }: DiskArguments): readonly Breach[] => {
  const { least, most } = SIZES_GB[diskType];
  return size >= least && size <= most
    ? []
    : [
        {
          path: ["size"],
          found: size,
          expected: `an integer from ${least} to ${most} (GB) for a ${diskType} disk`,
        },
      ];
};

const imageFits = ({ dataDiskImageId, snapshotId, diskType }: DiskArguments): readonly Breach[] => {
  const path = ["dataDiskImageId"];
  if (dataDiskImageId === undefined) return [];
  if (diskType === "SYS")
    return [
      { path, found: dataDiskImageId, expected: "none: only a DATA disk is made from a data disk image" },
    ];
  return snapshotId === undefined
    ? []
    : [{ path, found: dataDiskImageId, expected: "none beside snapshotId, from which the disk is restored" }];
};

const encryptionFits = ({ diskType, metadata: given = {} }: DiskArguments): readonly Breach[] => {
  const { systemEncrypted, systemCmkid } = given;
  if (systemEncrypted !== true)
    return systemCmkid === undefined
      ? []
      : [
          {
            path: ["metadata", "systemEncrypted"],
            found: systemEncrypted,
            expected: "true, as systemCmkid is given",
          },
        ];
  return [
    ...(diskType === "DATA"
      ? []
      : [
          {
            path: ["metadata", "systemEncrypted"],
            found: true,
            expected: "false or none: a SYS disk cannot be encrypted",
          },
        ]),
    ...(systemCmkid === undefined
      ? [
          {
            path: ["metadata", "systemCmkid"],
            found: undefined,
            expected: "the id of the customer master key that encrypts the disk",
          },
        ]
      : []),
  ];
};

const disk = ruled(
  structure<DiskArguments>("a disk with size, volumeType and diskType", members),
  (value) => [...sizeFits(value), ...imageFits(value), ...encryptionFits(value)],
);

const oneSystemDisk = (disks: readonly DiskArguments[]): readonly Breach[] => {
  const found = disks.filter(({ diskType }) => diskType === "SYS").length;
  return found === 1
    ? []
    : [{ path: [], found: disks, expected: `exactly 1 disk of diskType SYS, not ${found}` }];
};

const allRestoredOrNone = (disks: readonly DiskArguments[]): readonly Breach[] =>
  disks.every(({ snapshotId }) => snapshotId === undefined)
    ? []
    : disks.flatMap(({ snapshotId }, index) =>
        snapshotId === undefined
          ? [
              {
                path: [index, "snapshotId"],
                found: undefined,
                expected: "a snapshotId, as other disks have one: a full-ECS backup restores every disk",
              },
            ]
          : [],
      );

/** AS.1028, AS.1029, AS.1031 to AS.1034, AS.1055, AS.1062, AS.1064. */
export const disks = ruled(list(disk, 1, MOST_DISKS, `a list of 1 to ${MOST_DISKS} disks`), (value) => [
  ...oneSystemDisk(value),
  ...allRestoredOrNone(value),
]);
