/** Examples, run as their READMEs say. */
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, vi } from "vitest";
import type { Simulator } from "../../../../simulator/src";
import {
  backendDirectory,
  engineEnvironment,
  homeDirectory,
  temporaryDirectory,
} from "../../../../tools/engine/environment";
import { startCommand, type RunningCommand } from "../../../../tools/engine/running-command";
import { context } from "../../support/context";
import { writeProgram } from "../../support/project";
import { timeLimitIn } from "./account";
import { giveDefaults } from "./program";
import { expectedOutput, withOutput } from "./readme";
import { destroyAll, LeftBehind } from "./rescue";
import { serviceOf, type Service } from "./service";
import { settingsOf, withSettings, type Settings } from "./settings";

vi.setConfig({ testTimeout: timeLimitIn(process.env) });

export const EXAMPLES = resolve(__dirname, "../../../../examples");

export interface FollowOptions {
  /**
   * Leads to another service than a simulator of the example's own.
   *
   * @default - the environment of the tests
   */
  readonly environment?: NodeJS.ProcessEnv;
  /** Variables of the commands besides. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Makes what the README takes for granted, and says under which ids. */
  readonly prepare?: (simulator: Simulator) => Promise<Settings>;
  /** Happens before a command, counted from 0. */
  readonly before?: (step: number, simulator: Simulator) => void;
  /** The step that the README does in a terminal of its own: it is started in its turn, and awaited at the end. */
  readonly alongside?: number;
  /**
   * Looks at what is left.
   *
   * @default - nothing may be left
   */
  readonly afterwards?: (simulator: Simulator) => void;
}

function expectNothingLeft({ admin }: Simulator): void {
  const { groups, configurations, policies, servers } = admin.snapshot();
  expect({ groups, configurations, policies, servers }).toEqual({
    groups: [],
    configurations: [],
    policies: [],
    servers: [],
  });
}

/** Starts commands of a shell in a directory of their own. */
type Shell = (commands: string) => RunningCommand;

async function openShell(
  folder: string,
  scratch: string,
  variables: Readonly<Record<string, string>>,
): Promise<Shell> {
  const directory = join(scratch, "example");
  await writeProgram(directory, folder);
  for (const of of [homeDirectory, backendDirectory, temporaryDirectory])
    await mkdir(of(scratch), { recursive: true });
  const surroundings = { scratch, cliDirectory: context().cliDirectory, environment: variables };
  const env = engineEnvironment(process.env, surroundings);
  return (commands) =>
    startCommand("sh", ["-ec", commands], { cwd: directory, env, onOutput: () => undefined });
}

async function outputOf(command: string, running: RunningCommand): Promise<string> {
  const { exitCode, output } = await running.done;
  if (exitCode !== 0) throw new Error(`${command}\nended with exit code ${exitCode}:\n${output}`);
  return output;
}

/** Does the steps; what each has printed. */
async function doSteps(
  commands: readonly string[],
  shell: Shell,
  simulator: Simulator | undefined,
  { before, alongside }: FollowOptions,
): Promise<readonly string[]> {
  const printed: Promise<string>[] = [];
  const background: RunningCommand[] = [];
  try {
    for (const [step, command] of commands.entries()) {
      if (simulator !== undefined) before?.(step, simulator);
      const running = shell(command);
      printed.push(outputOf(command, running));
      if (step === alongside) background.push(running);
      else await printed.at(-1);
    }
    return await Promise.all(printed);
  } finally {
    for (const running of background) await running.killTree("SIGKILL");
    await Promise.allSettled(printed);
  }
}

async function followIn(
  folder: string,
  service: Service,
  scratch: string,
  options: FollowOptions,
): Promise<void> {
  const file = join(folder, "README.md");
  const readme = await readFile(file, "utf8");
  const { setUp, steps } = expectedOutput(readme);
  const { simulator } = service;
  const settings =
    simulator === undefined || options.prepare === undefined
      ? service.settings
      : await options.prepare(simulator);
  const shell = await openShell(folder, scratch, { ...service.variables, ...options.variables });
  await giveDefaults(join(scratch, "example"), settings);
  const commands = steps.map(({ command }) => withSettings(command, settings));
  await outputOf(setUp, shell(withSettings(setUp, settings)));
  const printed = await doSteps(commands, shell, simulator, options).catch(async (failure: unknown) => {
    const run = (command: string): Promise<string> => outputOf(command, shell(command));
    if (simulator === undefined) await destroyAll(commands, run, { scratch, failure });
    throw failure;
  });
  await expect(withOutput(readme, printed)).toMatchFileSnapshot(file);
  if (simulator !== undefined) (options.afterwards ?? expectNothingLeft)(simulator);
}

/**
 * Does all that the README of an example says, in a copy of it, and fails the test unless it prints what it says.
 *
 * @throws LeftBehind when it has failed in an account and could not be destroyed there: its directory is kept
 */
export async function followReadme(name: string, options: FollowOptions = {}): Promise<void> {
  const folder = join(EXAMPLES, name);
  const { setUp, steps } = expectedOutput(await readFile(join(folder, "README.md"), "utf8"));
  const needed = settingsOf([setUp, ...steps.map(({ command }) => command)].join("\n"));
  const service = await serviceOf(options.environment ?? process.env, needed);
  const scratch = await mkdtemp(join(tmpdir(), "otc-as-example-"));
  let keep = false;
  try {
    await followIn(folder, service, scratch, options);
  } catch (error) {
    keep = error instanceof LeftBehind;
    throw error;
  } finally {
    await service.close();
    if (!keep) await rm(scratch, { recursive: true, force: true });
  }
}
