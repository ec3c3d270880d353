/** A Pulumi project of its own, on a stack of its own, against a simulator of its own. */
import { copyFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../../simulator/src";
import {
  openStack,
  type EngineCommand,
  type Run,
  type RunningCommand,
  type Stack,
} from "../../../tools/engine/stack";
import { summarizeTimed, type TimedCalls } from "./calls";
import { closers, type Closable, type Closers } from "./closers";
import { context } from "./context";
import type { Args } from "./group-args";

/** A group as the simulator holds it. */
type SimulatedGroup = ReturnType<Simulator["admin"]["snapshot"]>["groups"][number];

/** One entry of the generic program. */
interface Declaration {
  /**
   * Name of the resource's class.
   *
   * @default "AsGroup"
   */
  readonly kind?: string;
  readonly name: string;
  readonly args?: Args;
  /** Look it up by this id instead of declaring it. */
  readonly get?: string;
  /** Pulumi's resource options that are plain data, such as `{ protect: true }`. */
  readonly options?: object;
  /** Name of a resource, declared before, to which it belongs. */
  readonly parent?: string;
}

export interface ProjectOptions {
  readonly simulator?: SimulatorOptions;
  /**
   * Works against the simulator of another project, which closes it.
   *
   * @default - a simulator of its own
   */
  readonly beside?: Project;
  /** @default "dev" */
  readonly stack?: string;
  /**
   * The main file of a program, whose whole folder becomes the project.
   *
   * @default - the generic program
   */
  readonly program?: string;
  /**
   * Replaces the sign-in settings of the simulator.
   *
   * @default - the simulator's credentials, as OS_* variables
   */
  readonly environment?: (simulator: Simulator) => Readonly<Record<string, string>>;
}

export interface Project extends Closable {
  readonly simulator: Simulator;
  readonly stack: Stack;
  /** An AS configuration that exists. */
  readonly configurationId: string;
  /** Writes the generic program. */
  readonly declare: (...declarations: readonly Declaration[]) => Promise<void>;
  /** Writes a file beside the program. */
  readonly write: (file: string, text: string) => Promise<void>;
  /** Runs the engine and fails the test unless it succeeds. */
  readonly succeed: (command: EngineCommand, args?: readonly string[]) => Promise<Run>;
  /** Runs the engine and fails the test unless it fails. */
  readonly fail: (command: EngineCommand, args?: readonly string[]) => Promise<Run>;
  /** All groups of the simulator. */
  readonly groups: () => readonly SimulatedGroup[];
  /** The only group of the simulator. */
  readonly group: () => SimulatedGroup;
  /** Makes a change that nobody made through Pulumi, to the only group. */
  readonly outside: (change: string, body?: object) => unknown;
  /** Calls since the last look, or since the start. */
  readonly calls: () => TimedCalls;
  /** The same stack with other environment variables. */
  readonly withEnvironment: (environment: Readonly<Record<string, string>>) => Promise<Stack>;
}

/** Simulated seconds per real second: a scaling action takes half a second. */
export const SPEED = 200;

const GENERIC_SETTINGS = `name: e2e
runtime:
  name: nodejs
  options:
    typescript: false
main: generic.js
`;

export function osVariables({ credentials }: Simulator): Record<string, string> {
  return {
    OS_AUTH_URL: credentials.authUrl,
    OS_REGION_NAME: credentials.region,
    OS_USERNAME: credentials.username,
    OS_PASSWORD: credentials.password,
    OS_USER_DOMAIN_NAME: credentials.domainName,
    OS_PROJECT_NAME: credentials.projectName,
  };
}

/** Makes a directory with the installed package, and a folder's program in it. */
export async function writeProgram(directory: string, folder?: string): Promise<void> {
  const { template } = context();
  await mkdir(directory);
  await symlink(join(template, "node_modules"), join(directory, "node_modules"));
  await copyFile(join(template, "package.json"), join(directory, "package.json"));
  if (folder === undefined) {
    await writeFile(join(directory, "Pulumi.yaml"), GENERIC_SETTINGS);
    await copyFile(join(template, "generic.js"), join(directory, "generic.js"));
  } else {
    await cp(folder, directory, { recursive: true });
  }
}

function runsOf(stack: Stack): Pick<Project, "succeed" | "fail"> {
  const run = async (command: EngineCommand, args: readonly string[], wanted: boolean): Promise<Run> => {
    const ended = await stack[command](args);
    if ((ended.exitCode === 0) === wanted) return ended;
    throw new Error(`pulumi ${command} ended with exit code ${ended.exitCode}:\n${ended.output}`);
  };
  return {
    succeed: (command, args = []) => run(command, args, true),
    fail: (command, args = []) => run(command, args, false),
  };
}

function viewOf({ admin }: Simulator): Pick<Project, "groups" | "group" | "outside" | "calls"> {
  const groups = (): readonly SimulatedGroup[] => admin.snapshot().groups;
  const group = (): SimulatedGroup => {
    const [only, ...others] = groups();
    if (only === undefined || others.length > 0)
      throw new Error(`there are ${groups().length} AS groups, not one`);
    return only;
  };
  return {
    groups,
    group,
    outside: (change, body = {}) => admin.outside(change, { scaling_group_id: group().id, ...body }),
    calls: () => {
      const calls = summarizeTimed(admin.requests());
      admin.clearRequests();
      return calls;
    },
  };
}

function seedConfiguration({ admin }: Simulator): string {
  return (admin.outside("seedConfiguration") as { scaling_configuration_id: string })
    .scaling_configuration_id;
}

/** The stack, whose commands that still run end when it is closed. */
function ending(stack: Stack): Stack & Closable {
  const running = new Set<RunningCommand>();
  const start: Stack["start"] = (command, args) => {
    const started = stack.start(command, args);
    running.add(started);
    const forget = (): void => void running.delete(started);
    started.done.then(forget, forget);
    return started;
  };
  return {
    ...stack,
    start,
    preview: (args) => start("preview", args).done,
    up: (args) => start("up", args).done,
    refresh: (args) => start("refresh", args).done,
    destroy: (args) => start("destroy", args).done,
    close: async () => {
      for (const command of running) {
        await command.killTree("SIGKILL");
        await command.done;
      }
    },
  };
}

/** Starts a simulator and opens a project against it. To be closed after the test. */
export async function openProject(options: ProjectOptions = {}): Promise<Project> {
  const started = closers();
  try {
    return await open(options, started);
  } catch (error) {
    await started.close();
    throw error;
  }
}

async function open(options: ProjectOptions, started: Closers): Promise<Project> {
  const { environment = osVariables, beside } = options;
  const simulator =
    beside?.simulator ?? started.add(await startSimulator({ speed: SPEED, ...options.simulator }));
  const scratch = await mkdtemp(join(tmpdir(), "otc-as-project-"));
  started.add({ close: () => rm(scratch, { recursive: true, force: true }) });
  const directory = join(scratch, "project");
  await writeProgram(directory, options.program && dirname(options.program));
  const withEnvironment = async (variables: Readonly<Record<string, string>>): Promise<Stack> => {
    const stack = await openStack({
      projectDirectory: directory,
      stack: options.stack ?? "dev",
      scratch: join(scratch, "engine"),
      cliDirectory: context().cliDirectory,
      environment: variables,
    });
    return started.add(ending(stack));
  };
  const stack = await withEnvironment(environment(simulator));
  return {
    simulator,
    stack,
    configurationId: beside?.configurationId ?? seedConfiguration(simulator),
    declare: (...declarations) =>
      writeFile(join(directory, "program.json"), JSON.stringify(declarations, undefined, 2)),
    write: (file, text) => writeFile(join(directory, file), text),
    ...runsOf(stack),
    ...viewOf(simulator),
    withEnvironment,
    close: started.close,
  };
}
