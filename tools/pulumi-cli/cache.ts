import { mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CLI_VERSION, missingPrograms } from "./cli";

/** No build takes longer; what is older was left behind by a process that was killed. */
const ABANDONED_AFTER_MILLISECONDS = 2 * 60 * 60 * 1000;

export interface CacheFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: string;
  readonly architecture: string;
}

/** Where the programs of this version and platform are kept, outside of every clone. */
export function cacheDirectory({ env, home, platform, architecture }: CacheFacts): string {
  const root =
    env.PULUMI_OTC_CACHE_DIR ?? join(env.XDG_CACHE_HOME ?? join(home, ".cache"), "pulumi-otc-autoscaling");
  return join(root, "pulumi-cli", `${CLI_VERSION}-${platform}-${architecture}`);
}

export function isComplete(directory: string): boolean {
  return missingPrograms(directory).length === 0;
}

/** A new scratch directory beside the cache entry: a rename is atomic only within one file system. */
export function scratchBeside(entry: string): Promise<string> {
  return mkdtemp(`${entry}.new-`);
}

/** Removes scratch directories that killed processes have left beside the cache entry. */
export async function removeAbandonedScratch(entry: string, now: number): Promise<void> {
  const parent = dirname(entry);
  const names = (await readdir(parent)).filter((name) => name.startsWith(`${basename(entry)}.new-`));
  for (const path of names.map((name) => join(parent, name))) {
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > ABANDONED_AFTER_MILLISECONDS) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Moves a directory with all programs to the place of the cache entry. The first of several racing processes
 * wins, and the others use what it has put there; an entry that lost a program is replaced.
 */
export async function publish(directory: string, entry: string): Promise<void> {
  const missing = missingPrograms(directory);
  if (missing.length > 0) throw new Error(`the Pulumi CLI came without ${missing.join(" and ")}`);
  if (!isComplete(entry)) await rm(entry, { recursive: true, force: true });
  try {
    await rename(directory, entry);
  } catch (error) {
    if (!isComplete(entry)) throw error;
  }
}
