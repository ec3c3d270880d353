/** The disks of an AS configuration. */
import type { Disk } from "../model";
import { refuse } from "../refusal";
import { integer, isGiven, isId, isObject, list, oneOf, type JsonObject } from "../value";

const HIGHEST_DISKS = 24;
const SIZES_GB = { SYS: [1, 1024], DATA: [10, 32768] } as const;

const diskType = oneOf("AS.1034", "disk_type", ["SYS", "DATA"]);
const volumeType = oneOf("AS.1033", "volume_type", ["SSD", "SAS", "SATA", "ESSD", "co-p1", "uh-l1"]);

/** Clients send empty texts and null for whatever a disk does not have. */
const givenFields = (disk: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(disk).filter(([, value]) => isGiven(value) && value !== ""));

/** AS.1053, AS.1055, AS.1064, AS.1066. */
function checkSource(
  { data_disk_image_id: image, snapshot_id: snapshot }: JsonObject,
  type: Disk["disk_type"],
): void {
  if (isGiven(image)) {
    if (type === "SYS") throw refuse("AS.1055", "data_disk_image_id is for data disks only");
    if (!isId(image)) throw refuse("AS.1053", "data_disk_image_id must be a valid id");
  }
  if (!isGiven(snapshot)) return;
  if (!isId(snapshot)) throw refuse("AS.1066", "snapshot_id must be a valid id");
  if (isGiven(image)) throw refuse("AS.1064", "a disk has either data_disk_image_id or snapshot_id");
}

/** There is no code for it: AS.0022. */
function checkEncryption({ metadata }: JsonObject, type: Disk["disk_type"]): void {
  if (!isGiven(metadata)) return;
  if (!isObject(metadata)) throw refuse("AS.0022", "metadata of a disk must be an object");
  const { __system__encrypted: encrypted = "0", __system__cmkid: key } = metadata;
  if (encrypted !== "0" && encrypted !== "1") throw refuse("AS.0022", "__system__encrypted must be 0 or 1");
  if (encrypted === "0") return;
  if (type === "SYS") throw refuse("AS.0022", "only data disks can be encrypted");
  if (!isId(key)) throw refuse("AS.0022", "an encrypted disk needs __system__cmkid");
}

function readDisk(value: unknown): Disk {
  if (!isObject(value)) throw refuse("AS.1028", "disk must hold objects");
  const type = diskType(value["disk_type"]);
  const [smallest, largest] = SIZES_GB[type];
  const size = integer("AS.1031", `size of a ${type} disk`, smallest, largest)(value["size"]);
  const given = givenFields(value);
  checkSource(given, type);
  checkEncryption(given, type);
  return { ...given, size, volume_type: volumeType(value["volume_type"]), disk_type: type };
}

/** Reads `disk`. AS.1028, AS.1029, AS.1031, AS.1032, AS.1033, AS.1034, AS.1053, AS.1055, AS.1062, AS.1064, AS.1066. */
export function readDisks(value: unknown): readonly Disk[] {
  if (!isGiven(value)) throw refuse("AS.1028", "disk must be given");
  const disks = list("AS.1028", "disk", readDisk)(value);
  if (disks.length > HIGHEST_DISKS) throw refuse("AS.1032", `there are at most ${HIGHEST_DISKS} disks`);
  if (disks.filter(({ disk_type }) => disk_type === "SYS").length !== 1) {
    throw refuse("AS.1029", "there must be exactly one system disk");
  }
  const restored = disks.filter(({ snapshot_id: snapshot }) => snapshot !== undefined).length;
  if (restored > 0 && restored < disks.length) {
    throw refuse("AS.1062", "either every disk has a snapshot_id or none");
  }
  return disks;
}
