import { mkdtemp, rm } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { build, REPOSITORY } from "../build";
import { openStack } from "../engine/stack";
import { ensurePulumi } from "../pulumi-cli/ensure";
import { administrationAt } from "./administration";
import { watchForInterruption, type Interruption } from "./interruption";
import { createNarrator, type Narrator } from "./narrator";
import { perform } from "./perform";
import { signInVariables, startSimulator } from "./simulator-process";
import { story } from "./story";
import { closingTable } from "./table";

/** The status with which a shell reports a program that was ended by a signal. */
const statusOf = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

/** Tells the story in a scratch directory. Returns whether everything went as told. */
async function tell(
  scratch: string,
  cliDirectory: string,
  narrator: Narrator,
  interruption: Interruption,
): Promise<boolean> {
  const simulator = await startSimulator();
  try {
    const administration = administrationAt(simulator.credentials.endpoint);
    narrator.say(`a simulated Auto Scaling service listens on ${simulator.credentials.endpoint}`);
    narrator.say(`watch it in a browser: ${simulator.credentials.endpoint}/`);
    const stack = await openStack({
      projectDirectory: REPOSITORY,
      stack: "demo",
      scratch,
      cliDirectory,
      environment: signInVariables(simulator.credentials),
      onOutput: narrator.output,
    });
    const acts = story(await administration.seedConfiguration());
    const results = await perform(acts, { stack, administration, narrator, interruption });
    narrator.closing(closingTable(results));
    return results.every(({ asTold }) => asTold);
  } finally {
    await simulator.stop();
  }
}

/** Returns the exit status. */
async function main(): Promise<number> {
  const coloured = process.stdout.isTTY && process.stdout.hasColors();
  const narrator = createNarrator((text) => process.stdout.write(text), coloured);
  await build(narrator.say);
  const { directory } = await ensurePulumi(narrator.say);

  const interruption = watchForInterruption(process.stdin.isTTY);
  const scratch = await mkdtemp(join(tmpdir(), "otc-autoscaling-demo-"));
  let keep = true;
  try {
    const asTold = await tell(scratch, directory, narrator, interruption);
    keep = !asTold;
    return asTold ? 0 : 1;
  } catch (error) {
    const signal = interruption.signal();
    if (signal === undefined) throw error;
    keep = false;
    narrator.say("interrupted: the engine and the simulator have ended");
    return statusOf(signal);
  } finally {
    interruption.release();
    if (keep) narrator.say(`state and configuration of the stack are kept in ${scratch}`);
    else await rm(scratch, { recursive: true, force: true });
  }
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`the demo failed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
