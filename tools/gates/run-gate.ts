import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand, type CommandResult } from "../run-command";
import type { Gate, TestGate } from "./gate";
import { gateTally, testTally, totalLine, type Tally } from "./tally";
import { parseVitestReport } from "./vitest-report";

export interface GateResult {
  readonly name: string;
  readonly tally: Tally;
  readonly seconds: number;
}

/** Runs a gate in silence; afterwards prints its verdict, and its own output if it failed. */
export async function runCheck(gate: Gate): Promise<GateResult> {
  const start = Date.now();
  const { status, output } = await npmRun(gate, []);
  const result = { name: gate.name, tally: gateTally(status), seconds: secondsSince(start) };
  console.log(`\n== ${gate.name}: ${status === 0 ? "passed" : "FAILED"} (${duration(result)})`);
  if (status !== 0) console.log(output.trimEnd());
  return result;
}

/** Runs a gate whose output is worth watching. */
export async function runStep(gate: Gate): Promise<GateResult> {
  const start = Date.now();
  console.log(`\n== ${gate.name}`);
  const { status } = await npmRun(gate, [], show);
  const result = { name: gate.name, tally: gateTally(status), seconds: secondsSince(start) };
  console.log(`   ${gate.name}: ${status === 0 ? "passed" : "FAILED"} (${duration(result)})`);
  return result;
}

/** Runs tests, shows them while they run, and counts them from vitest's own report. */
export async function runTests(gate: TestGate): Promise<GateResult> {
  const start = Date.now();
  console.log(`\n== ${gate.name}`);
  const directory = await mkdtemp(join(tmpdir(), "gates-"));
  try {
    const file = join(directory, "report.json");
    const reporters = [`--reporter=${gate.reporter}`, "--reporter=json", `--outputFile.json=${file}`];
    const { status } = await npmRun(gate, ["--", ...reporters], show);
    const report = parseVitestReport(await readFile(file, "utf8").catch(() => ""));
    const result = { name: gate.name, tally: testTally(status, report), seconds: secondsSince(start) };
    console.log(`   ${gate.name}: ${describe(result.tally)} (${duration(result)})`);
    return result;
  } finally {
    await rm(directory, { recursive: true });
  }
}

export function describe(tally: Tally): string {
  return tally.skipped === 0 ? totalLine(tally) : `${totalLine(tally)}, ${String(tally.skipped)} skipped`;
}

export function duration({ seconds }: Pick<GateResult, "seconds">): string {
  return `${seconds.toFixed(1)} s`;
}

function npmRun(
  gate: Gate,
  args: readonly string[],
  onOutput?: (text: string) => void,
): Promise<CommandResult> {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  return runCommand("npm", ["run", "--silent", gate.script, ...args], {
    env: { ...process.env, ...colour },
    ...(onOutput === undefined ? {} : { onOutput }),
  });
}

function show(text: string): void {
  process.stdout.write(text);
}

function secondsSince(start: number): number {
  return (Date.now() - start) / 1000;
}
