/** Runs the executable's commands in this process, against a simulator. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as E from "fp-ts/Either";
import { startSimulator, type Simulator, type SimulatorOptions } from "otc-as-simulator";
import { onTestFinished } from "vitest";
import { runCommandLine, type Status } from "../../cli/command-line";
import type { RunProgram } from "../../cli/stack-configuration";
import { createHttp } from "../../provider/api/http";
import { beginProcess } from "../../provider/runtime/process";
import { systemClock } from "../../provider/wait/clock";
import { osVariables } from "../e2e/support/project";

type Variables = Readonly<Record<string, string>>;

/** What a command has said. */
export interface Said {
  readonly status: Status;
  readonly out: string;
  readonly err: string;
}

/** A directory that ends with the test. */
export const scratch = (): string => {
  const directory = mkdtempSync(join(tmpdir(), "otc-as-cli-"));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  return directory;
};

/** A simulator that ends with the test. */
export const simulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  const started = await startSimulator(options);
  onTestFinished(() => started.close());
  return started;
};

const noEngine: RunProgram = () => Promise.resolve(E.left("spawn pulumi ENOENT"));

/** Runs a command with these variables as the whole environment. */
export const run = async (
  args: readonly string[],
  variables: Variables,
  { directory = scratch(), program = noEngine }: { directory?: string; program?: RunProgram } = {},
): Promise<Said> => {
  beginProcess({
    variables,
    clock: systemClock,
    random: () => 0.5,
    http: (options) => createHttp({ ...options, retryDelayMs: 0, maxRetries: 1 }),
  });
  const out: string[] = [];
  const err: string[] = [];
  const outlet = {
    say: (line: string) => out.push(line),
    complain: (line: string) => err.push(line),
    directory,
    home: directory,
  };
  const status = await runCommandLine(args, outlet, program);
  return { status, out: out.join("\n"), err: err.join("\n") };
};

export { osVariables };
