import { mkdir, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname } from "node:path";
import { cacheDirectory, isComplete, publish, removeAbandonedScratch, scratchBeside } from "./cache";
import { CLI_VERSION, type PulumiCli } from "./cli";
import { buildWithGo } from "./go-build";
import { withLock } from "./lock";
import { installWithNpm } from "./npm-installer";
import { inspectPathCli, judgePathCli } from "./path-cli";
import type { Say } from "../progress";

const sayOnStandardError: Say = (line) => {
  process.stderr.write(`${line}\n`);
};

/**
 * Obtains the Pulumi CLI: a suitable one on the PATH; else the cache; else the official npm installer; else a
 * build from Go modules. The last two fill the cache, which is all that is changed on the machine.
 *
 * @throws with what to do about it, when there is no way to obtain a CLI
 */
export async function ensurePulumi(say: Say = sayOnStandardError): Promise<PulumiCli> {
  const onPath = await inspectPathCli(process.env.PATH ?? "");
  if (onPath !== undefined) {
    const verdict = judgePathCli(onPath);
    if (verdict.suitable) return verdict.cli;
    say(`Pulumi CLI: ${verdict.reason}; looking further`);
  }
  const entry = cacheDirectory({
    env: process.env,
    home: homedir(),
    platform: process.platform,
    architecture: process.arch,
  });
  if (isComplete(entry)) return cached(entry);
  return await fillCache(entry, say);
}

function cached(entry: string): PulumiCli {
  return { directory: entry, source: "cache", version: CLI_VERSION };
}

async function fillCache(entry: string, say: Say): Promise<PulumiCli> {
  await mkdir(dirname(entry), { recursive: true });
  const waiting = "Pulumi CLI: another process is obtaining it already; waiting for it";
  return await withLock(`${entry}.lock`, say, waiting, async () => {
    if (isComplete(entry)) return cached(entry);
    await removeAbandonedScratch(entry, Date.now());
    const scratch = await scratchBeside(entry);
    try {
      const obtained = await obtain(scratch, say);
      await publish(obtained.directory, entry);
      return { ...obtained, directory: entry };
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
}

async function obtain(scratch: string, say: Say): Promise<PulumiCli> {
  try {
    return { directory: await installWithNpm(scratch, say), source: "npm", version: CLI_VERSION };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`Pulumi CLI: the npm installer did not succeed (${reason}); building it instead`);
    return { directory: await buildWithGo(scratch, say), source: "go", version: CLI_VERSION };
  }
}
