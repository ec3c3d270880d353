import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes a shell script that can be run by its name once the directory is on the PATH. */
export async function writeProgram(directory: string, name: string, script: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}
