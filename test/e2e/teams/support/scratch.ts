/** Folders of servers. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Whether every user of the machine can get to what lies in the folder. */
async function isOpenToAll(folder: string): Promise<boolean> {
  const mode = await stat(folder).then(
    (found) => found.mode,
    () => 0,
  );
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToAll(dirname(folder));
}

/** The folder for what is temporary, or another one where an other user has no way to that. */
export async function placeForAll(): Promise<string> {
  for (const place of [tmpdir(), "/tmp", "/var/tmp"]) if (await isOpenToAll(place)) return place;
  throw new Error(`only you have a way to ${tmpdir()}: set TMPDIR to a folder that every user can enter`);
}

/** Makes a folder and something in it; the folder goes again when that fails. */
export async function inScratch<Made>(
  place: string,
  prefix: string,
  make: (scratch: string) => Promise<Made>,
): Promise<Made> {
  const scratch = await mkdtemp(join(place, prefix));
  try {
    return await make(scratch);
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    throw error;
  }
}
