/** AS.1xxx: AS configurations. Operations on groups answer some of them about the configuration that a group uses. */
import { type AsCodes, REPORT_BUG } from "./entry";

const imageOf = (meaning: string): AsCodes[string] => ({
  meaning,
  next: "use another imageRef in the AS configuration",
});

const badDisk = (meaning: string, next: string): AsCodes[string] => ({
  meaning: `the disks of the AS configuration are not right: ${meaning}`,
  next,
});

export const configurationCodes: AsCodes = {
  "AS.1003": { meaning: "no AS configuration is given", next: "give the id of an AS configuration" },
  "AS.1004": {
    meaning: "the AS configuration does not exist",
    next: "check the id of the AS configuration: it must exist in this project and region",
  },
  "AS.1006": {
    meaning: "an AS group still uses the AS configuration",
    next: "let the group use another AS configuration, or delete it",
  },
  "AS.1007": { meaning: "the AS configuration has no name", next: REPORT_BUG },
  "AS.1008": { meaning: "the name of the AS configuration is too long", next: "use at most 64 characters" },
  "AS.1011": { meaning: "the AS configuration has no template", next: "give instanceConfig" },
  "AS.1014": { meaning: "the AS configuration has no image", next: "give imageRef" },
  "AS.1015": {
    meaning: "the image of the AS configuration does not exist",
    next: "check imageRef of the AS configuration: the image must exist in this project and region",
  },
  "AS.1016": { meaning: "the AS configuration has no flavor", next: "give flavorRef" },
  "AS.1017": {
    meaning: "the flavor of the AS configuration does not exist",
    next: "use a flavor in the AS configuration that the region offers",
  },
  "AS.1018": {
    meaning: "flavor and image of the AS configuration do not fit each other",
    next: "use another flavorRef or imageRef in the AS configuration",
  },
  "AS.1019": {
    meaning: "flavor and disk type of the AS configuration do not fit each other",
    next: "use another volumeType or flavorRef in the AS configuration",
  },
  "AS.1021": {
    meaning: "the image of the AS configuration is not active",
    next: "wait until the image is active, or use an AS configuration with another image",
  },
  "AS.1022": imageOf("the image of the AS configuration cannot be used"),
  "AS.1023": {
    meaning: "the name of the AS configuration has characters that are not allowed",
    next: "use letters, digits, - and _",
  },
  "AS.1024": {
    meaning: "the project has as many AS configurations as it may have",
    next: "delete AS configurations that no group uses, or ask for a higher quota",
  },
  "AS.1025": {
    meaning: "the AS configuration has more than one way to log in",
    next: "give either keyName or metadata.adminPass",
  },
  "AS.1026": {
    meaning: "the AS configuration has no way to log in",
    next: "give keyName or metadata.adminPass",
  },
  "AS.1027": {
    meaning: "the files of the AS configuration are not right",
    next: "use at most 5 files of at most 1 KiB, with paths that fit the operating system",
  },
  "AS.1028": badDisk("there are none", "give disk"),
  "AS.1029": badDisk("there must be exactly one system disk", "give one disk of diskType SYS"),
  "AS.1030": badDisk("the system disk is smaller than the image needs", "make it larger"),
  "AS.1031": badDisk("a size is out of range", "use 1 to 1024 GB for SYS, 10 to 32768 GB for DATA"),
  "AS.1032": badDisk("there are too many", "use at most 24 disks"),
  "AS.1033": badDisk("a volumeType is not known", "use a volumeType that the region offers"),
  "AS.1034": badDisk("a diskType is not known", "use SYS or DATA"),
  "AS.1035": {
    meaning: "the password breaks the rules of complexity",
    next: "use 8 to 26 characters of three kinds, without the name of the user, also reversed",
  },
  "AS.1036": {
    meaning: "the image of the AS configuration is for 32 bits and its flavor has more than 4 GB of memory",
    next: "use another image or flavor in the AS configuration",
  },
  "AS.1037": {
    meaning: "the flavor of the AS configuration cannot be used now",
    next: "use an AS configuration with another flavor, or other availableZones",
  },
  "AS.1041": { meaning: "publicIp has no address", next: "give publicIp.eip" },
  "AS.1042": {
    meaning: "the size of the bandwidth is out of range",
    next: "use 1 to 300 Mbit/s, or 350, 400, 450 or 500; a region may offer less",
  },
  "AS.1043": { meaning: "the type of the elastic IP address is not known", next: "use 5_bgp as ipType" },
  "AS.1044": {
    meaning: "the charging mode of the bandwidth is not known",
    next: "use traffic as chargingMode",
  },
  "AS.1045": { meaning: "the share type of the bandwidth is not known", next: "use PER as shareType" },
  "AS.1046": { meaning: "the bandwidth has no size", next: "give publicIp.eip.bandwidth.size" },
  "AS.1049": {
    meaning: "the user data is not right",
    next: "use at most 32 KiB before encoding; what is encoded already belongs to userDataBase64",
  },
  "AS.1050": {
    meaning: "this way to log in is not permitted",
    next: "use keyName instead of metadata.adminPass, or the other way round",
  },
  "AS.1052": {
    meaning: "the metadata is not right",
    next: "use at most 512 bytes, and keys without blanks, dollar signs and full stops",
  },
  "AS.1053": badDisk("a data disk image cannot be used", "use another dataDiskImageId"),
  "AS.1054": badDisk("a data disk is smaller than its image", "make it larger"),
  "AS.1055": badDisk("a system disk has a data disk image", "take dataDiskImageId out of the SYS disk"),
  "AS.1056": badDisk("a data disk image does not exist", "check dataDiskImageId"),
  "AS.1062": badDisk(
    "their number differs from that of the full-ECS image",
    "give every disk of the backup its own snapshotId",
  ),
  "AS.1064": badDisk(
    "a disk that is restored from a backup has a data disk image",
    "take dataDiskImageId or snapshotId out of it",
  ),
  "AS.1065": {
    meaning: "parts of the AS configuration lie in different availability zones",
    next: "use flavors, images and backups of the same availability zone",
  },
  "AS.1066": badDisk("a snapshotId is not right", "check snapshotId"),
  "AS.1075": imageOf("the id of the image is malformed"),
  "AS.1085": {
    meaning: "the priority policy of the flavors is not known",
    next: "use PICK_FIRST as multiFlavorPriorityPolicy, or none",
  },
  "AS.1086": {
    meaning: "the AS configuration cannot be used for this group",
    next: "use an AS configuration whose settings fit the group's zones and networks",
  },
  "AS.1087": { meaning: "the AS configuration has too many flavors", next: "use at most 10 flavors" },
  "AS.1088": {
    meaning: "a zone of the group does not offer the image of the AS configuration",
    next: "take the zone out of availableZones, or use an AS configuration with another image",
  },
  "AS.1090": {
    meaning: "the flavor does not fit the CPU architecture of the image",
    next: "use another flavor or image in the AS configuration",
  },
};
