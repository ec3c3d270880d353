import { constants } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, REPOSITORY } from "../build";
import { administrationAt } from "../demo/administration";
import { watchForInterruption, type Interruption } from "../demo/interruption";
import { signInVariables, startSimulator } from "../demo/simulator-process";
import { engineVariables } from "../engine/environment";
import { ensurePulumi } from "../pulumi-cli/ensure";
import { guide } from "./guide";
import { preparePlace, type Place } from "./place";
import { usualPort } from "./port";
import { bringUp } from "./stack";

/** Options for tests; one playground at a time needs none. */
const OPTIONS = {
  /** Inside the repository, because programs find the package upwards from where they are. */
  directory: { type: "string", default: join(REPOSITORY, ".playground") },
  port: { type: "string" },
} as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Stands until a signal arrives. @throws when the simulator ends before that */
async function stand(
  place: Place,
  port: number,
  cliDirectory: string,
  interruption: Interruption,
): Promise<void> {
  const simulator = await startSimulator(port);
  try {
    const { endpoint } = simulator.credentials;
    const administration = administrationAt(endpoint);
    const variables = { ...signInVariables(simulator.credentials), SIM: administration.address };
    say(`a simulated Auto Scaling service listens on ${endpoint}; watch it in a browser: ${endpoint}/`);
    await bringUp({
      place,
      cliDirectory,
      variables,
      interruption,
      configurationId: await administration.seedConfiguration(),
      onOutput: (text) => process.stdout.write(text),
    });
    await place.writeShellFile({
      directories: [cliDirectory, dirname(process.execPath)],
      variables: engineVariables({ scratch: place.scratch, environment: variables }),
    });
    say(guide({ endpoint, directory: relative(process.cwd(), place.directory) }));
    await Promise.race([
      interruption.arrival,
      simulator.ended.then(() => {
        throw new Error("the simulator has ended");
      }),
    ]);
  } finally {
    await simulator.stop();
  }
}

/** Returns the exit status. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  await build(say);
  const { directory: cliDirectory } = await ensurePulumi(say);
  const interruption = watchForInterruption(process.stdin.isTTY);
  const place = await preparePlace(resolve(values.directory));
  try {
    const port = values.port === undefined ? await usualPort() : Number(values.port);
    await stand(place, port, cliDirectory, interruption);
    return 0;
  } catch (error) {
    const signal = interruption.signal();
    if (signal === undefined) throw error;
    return 128 + constants.signals[signal];
  } finally {
    interruption.release();
    await place.clear();
    say("the engine and the simulator have ended; the program is kept");
  }
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(
      `the playground failed: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);
