import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  CommandError,
  ConcurrentUpdateError,
  LocalWorkspace,
  type EngineEvent,
  type Stack,
} from "@pulumi/pulumi/automation";
import { program } from "./program";
import { progressOf, toDo } from "./progress";
import { settingsOf } from "./settings";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Whether an error has been told already: then the one with which the command ends repeats it, with all output. */
let toldError = false;

const onEvent = (event: EngineEvent): void => {
  const line = progressOf(event);
  if (line === undefined) return;
  if (line.startsWith("✗")) toldError = true;
  say(line);
};

/** Below this directory, so that the engine finds the package in its node_modules. */
const workDir = join(__dirname, ".workspace");

function openStack(): Promise<Stack> {
  mkdirSync(workDir, { recursive: true });
  return LocalWorkspace.createOrSelectStack(
    { stackName: "dev", projectName: "automation-api", program: () => Promise.resolve(program()) },
    { workDir },
  );
}

async function set(stack: Stack, args: readonly string[]): Promise<void> {
  const settings = settingsOf(args);
  await stack.setAllConfig(settings);
  say(`${Object.keys(settings).length} settings are kept`);
}

async function preview(stack: Stack): Promise<void> {
  const events: EngineEvent[] = [];
  await stack.preview({
    onEvent: (event) => {
      events.push(event);
      onEvent(event);
    },
  });
  say(`to do: ${toDo(events)}`);
}

async function up(stack: Stack): Promise<void> {
  const { outputs } = await stack.up({ onEvent });
  for (const [name, { value }] of Object.entries(outputs)) say(`${name}: ${String(value)}`);
}

async function destroy(stack: Stack): Promise<void> {
  await stack.destroy({ onEvent });
  await stack.workspace.removeStack(stack.name);
  say("nothing is left");
}

/** Takes away the lock of a run that was killed. */
async function cancel(stack: Stack): Promise<void> {
  await stack.cancel();
  say("the lock is gone");
}

const COMMANDS: Readonly<Partial<Record<string, (stack: Stack, args: readonly string[]) => Promise<void>>>> =
  {
    set,
    preview,
    up,
    destroy,
    cancel,
  };

function messageOf(error: unknown): string {
  if (error instanceof ConcurrentUpdateError)
    return "another run works on this stack; if it was killed, `cancel` takes its lock away";
  if (error instanceof CommandError && toldError) return "it failed; see above";
  return error instanceof Error ? error.message : String(error);
}

async function main([name = "", ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(`use one of: ${Object.keys(COMMANDS).join(", ")}`);
  await command(await openStack(), args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});
