import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { REPOSITORY } from "../build";
import { shellFile, type ShellSettings } from "./shell";

/** The stack of the playground. */
export const STACK = "playground";

/** The program of the demo: one group, whose numbers are configuration. */
const PROGRAM = ["index.ts", "package.json", "tsconfig.json"];

/** A directory with a program that one may edit, and what the engine needs to run it. */
export interface Place {
  readonly directory: string;
  /** Holds everything that the engine writes; good for one simulator only. */
  readonly scratch: string;
  /** Writes the file that shells source. It holds the simulator's password, so it is for the owner alone. */
  readonly writeShellFile: (settings: ShellSettings) => Promise<void>;
  /** Removes everything but the program. */
  readonly clear: () => Promise<void>;
}

/** The process that a file names, if it still runs. */
async function runningProcess(file: string): Promise<number | undefined> {
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

async function writeProgram(directory: string): Promise<void> {
  for (const file of PROGRAM) {
    const target = join(directory, file);
    if (!existsSync(target)) await copyFile(join(REPOSITORY, "demo", file), target);
  }
  const project = await readFile(join(REPOSITORY, "Pulumi.yaml"), "utf8");
  await writeFile(join(directory, "Pulumi.yaml"), project.replace(/^main: .*\n/m, ""));
}

/**
 * Prepares the directory. A program that is there already stays as it is; what a run before has left behind goes.
 *
 * @throws when a playground still runs there
 */
export async function preparePlace(directory: string): Promise<Place> {
  const scratch = join(directory, "state");
  const shell = join(directory, "env");
  const owner = join(directory, "running");
  const clear = async (): Promise<void> => {
    for (const path of [scratch, shell, owner, join(directory, `Pulumi.${STACK}.yaml`)]) {
      await rm(path, { recursive: true, force: true });
    }
  };
  await mkdir(directory, { recursive: true });
  const pid = await runningProcess(owner);
  if (pid !== undefined) {
    throw new Error(`another one runs here already, as process ${pid}; only one can, end that one first`);
  }
  await clear();
  await writeFile(owner, String(process.pid));
  await writeProgram(directory);
  return {
    directory,
    scratch,
    writeShellFile: (settings) => writeFile(shell, shellFile(settings), { mode: 0o600 }),
    clear,
  };
}
