/** The disks of an AS configuration. */
import type { Disk } from "../model";
import { refuse } from "../refusal";
import { integer, isGiven, isId, isObject, list, oneOf, type JsonObject } from "../value";

const HIGHEST_DISKS = 24;
const SIZES_GB = { SYS: [1, 1024], DATA: [10, 32768] } as const;

const diskType = oneOf("AS.1034", "disk_type", ["SYS", "DATA"]);
const volumeType = oneOf("AS.1033", "volume_type", ["SSD", "SAS", "SATA", "ESSD", "co-p1", "uh-l1"]);

function checkImage(disk: JsonObject, type: Disk["disk_type"]): void {
  const image = disk["data_disk_image_id"];
  if (!isGiven(image)) return;
  if (type === "SYS") throw refuse("AS.1055", "data_disk_image_id is for data disks only");
  if (!isId(image)) throw refuse("AS.1053", "data_disk_image_id must be a valid id");
}

function readDisk(value: unknown): Disk {
  if (!isObject(value)) throw refuse("AS.1028", "disk must hold objects");
  const type = diskType(value["disk_type"]);
  const [smallest, largest] = SIZES_GB[type];
  const size = integer("AS.1031", `size of a ${type} disk`, smallest, largest)(value["size"]);
  checkImage(value, type);
  if (isGiven(value["snapshot_id"]) && !isId(value["snapshot_id"])) {
    throw refuse("AS.1066", "snapshot_id must be a valid id");
  }
  return { ...value, size, volume_type: volumeType(value["volume_type"]), disk_type: type };
}

/** Reads `disk`. AS.1028, AS.1029, AS.1031, AS.1032, AS.1033, AS.1034, AS.1053, AS.1055, AS.1066. */
export function readDisks(value: unknown): readonly Disk[] {
  if (!isGiven(value)) throw refuse("AS.1028", "disk must be given");
  const disks = list("AS.1028", "disk", readDisk)(value);
  if (disks.length > HIGHEST_DISKS) throw refuse("AS.1032", `there are at most ${HIGHEST_DISKS} disks`);
  if (disks.filter(({ disk_type }) => disk_type === "SYS").length !== 1) {
    throw refuse("AS.1029", "there must be exactly one system disk");
  }
  return disks;
}
