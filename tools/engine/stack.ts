import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { backendDirectory, engineEnvironment, homeDirectory, temporaryDirectory } from "./environment";
import { startCommand, type Run, type RunningCommand } from "./running-command";
import type { State } from "./state";

export type { Run, RunningCommand } from "./running-command";
export type { ResourceState } from "./state";

export interface StackOptions {
  /** Holds `Pulumi.yaml` and the program; nothing is written into it. */
  readonly projectDirectory: string;
  /** Name of the stack, which is created unless it exists. */
  readonly stack: string;
  /** Holds everything that the engine writes: its home, the file backend and the stack's configuration. */
  readonly scratch: string;
  /** Directory of the Pulumi CLI. */
  readonly cliDirectory: string;
  /** Reaches the program and the provider. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Receives the engine's output while it is written.
   *
   * @default - output is only collected
   */
  readonly onOutput?: (text: string) => void;
}

/** The commands that run the engine. */
export type EngineCommand = "preview" | "up" | "refresh" | "destroy";

/**
 * A stack on the real engine. Commands run without a terminal, without questions, without a preview before an update
 * and, unless `args` say otherwise, without colour. A command that fails resolves, too: see its exit code.
 */
export interface Stack {
  readonly preview: (args?: readonly string[]) => Promise<Run>;
  readonly up: (args?: readonly string[]) => Promise<Run>;
  readonly refresh: (args?: readonly string[]) => Promise<Run>;
  readonly destroy: (args?: readonly string[]) => Promise<Run>;
  /** Starts one of these commands, so that it can be interrupted. */
  readonly start: (command: EngineCommand, args?: readonly string[]) => RunningCommand;
  /** Sets values of the stack's configuration, encrypted if secret. */
  readonly setConfig: (
    values: Readonly<Record<string, string>>,
    options?: { readonly secret?: boolean },
  ) => Promise<void>;
  /** The stack's outputs; secret ones read `[secret]`. */
  readonly outputs: () => Promise<Record<string, unknown>>;
  /** The stack's state; secrets stay encrypted. */
  readonly exportState: () => Promise<State>;
  /** Runs any other command of the CLI that concerns the stack, such as `["cancel", "--yes"]`. */
  readonly run: (args: readonly string[]) => Promise<Run>;
}

const ARGUMENTS: Readonly<Record<EngineCommand, readonly string[]>> = {
  preview: [],
  up: ["--yes", "--skip-preview"],
  refresh: ["--yes", "--skip-preview"],
  destroy: ["--yes", "--skip-preview"],
};

/** The run, if it has ended well; for commands whose failure is not the point. */
function succeeded(run: Run): Run {
  if (run.exitCode !== 0)
    throw new Error(`pulumi ended with exit code ${String(run.exitCode)}:\n${run.output}`);
  return run;
}

/** Selects the stack; creates it if there is none. */
export async function openStack(options: StackOptions): Promise<Stack> {
  const { scratch, stack, projectDirectory, cliDirectory } = options;
  // Creating a stack writes its configuration beside `Pulumi.yaml`: a copy keeps the project's directory clean.
  const settings = join(scratch, "settings");
  const configuration = join(settings, `Pulumi.${stack}.yaml`);
  const written = [homeDirectory, backendDirectory, temporaryDirectory].map((of) => of(scratch));
  for (const directory of [settings, ...written]) await mkdir(directory, { recursive: true });
  await copyFile(join(projectDirectory, "Pulumi.yaml"), join(settings, "Pulumi.yaml"));

  const env = engineEnvironment(process.env, options);
  const onOutput = options.onOutput ?? (() => undefined);
  const invoke = (args: readonly string[], cwd: string, show: (text: string) => void): RunningCommand =>
    startCommand(join(cliDirectory, "pulumi"), [...args, "--stack", stack, "--non-interactive"], {
      cwd,
      env,
      onOutput: show,
    });
  const start = (command: EngineCommand, args: readonly string[] = []): RunningCommand => {
    const colour = args.includes("--color") ? [] : ["--color", "never"];
    const own = [command, ...ARGUMENTS[command], ...args, ...colour, "--config-file", configuration];
    return invoke(own, projectDirectory, onOutput);
  };
  const run = (args: readonly string[]): Promise<Run> => invoke(args, settings, () => undefined).done;

  succeeded(await run(["stack", "select", "--create"]));
  return {
    preview: (args) => start("preview", args).done,
    up: (args) => start("up", args).done,
    refresh: (args) => start("refresh", args).done,
    destroy: (args) => start("destroy", args).done,
    start,
    setConfig: async (values, { secret = false } = {}) => {
      const flag = secret ? "--secret" : "--plaintext";
      const pairs = Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
      succeeded(await run(["config", "set-all", ...pairs]));
    },
    outputs: async () =>
      JSON.parse(succeeded(await run(["stack", "output", "--json"])).stdout) as Record<string, unknown>,
    exportState: async () => JSON.parse(succeeded(await run(["stack", "export"])).stdout) as State,
    run,
  };
}
