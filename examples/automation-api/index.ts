import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LocalWorkspace, type EngineEvent, type Stack } from "@pulumi/pulumi/automation";
import { program } from "./program";
import { progressOf } from "./progress";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const onEvent = (event: EngineEvent): void => {
  const line = progressOf(event);
  if (line !== undefined) say(line);
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

/** `name=value …` */
async function set(stack: Stack, settings: readonly string[]): Promise<void> {
  const pairs = settings.map((setting) => setting.split("=", 2));
  await stack.setAllConfig(Object.fromEntries(pairs.map(([name = "", value = ""]) => [name, { value }])));
  say(`${pairs.length} settings are kept`);
}

async function preview(stack: Stack): Promise<void> {
  const { changeSummary } = await stack.preview({ onEvent });
  say(`to do: ${JSON.stringify(changeSummary)}`);
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

const COMMANDS: Readonly<Partial<Record<string, (stack: Stack, args: readonly string[]) => Promise<void>>>> =
  {
    set,
    preview,
    up,
    destroy,
  };

async function main([name = "", ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(`use one of: ${Object.keys(COMMANDS).join(", ")}`);
  await command(await openStack(), args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
