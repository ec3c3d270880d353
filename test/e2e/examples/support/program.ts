/** The copy of an example that the tests run. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withSettings, type Settings } from "./settings";

/** Puts settings in the place of the defaults that the files of an example have, such as the flavor. */
export async function giveDefaults(directory: string, { flavorId }: Settings): Promise<void> {
  if (flavorId === undefined) return;
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const file of files.filter(({ name }) => /^(Pulumi\.yaml|program\.ts)$/.test(name))) {
    const path = join(file.parentPath, file.name);
    await writeFile(path, withSettings(await readFile(path, "utf8"), { flavorId }));
  }
}
