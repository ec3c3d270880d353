#!/usr/bin/env node
/** The executable: starts a simulator, writes its credentials, and ends with the process. */
import { startSimulator } from ".";
import { parseCommandLine } from "./command-line";

async function main(): Promise<void> {
  const simulator = await startSimulator(parseCommandLine(process.argv));
  process.stdout.write(`${JSON.stringify(simulator.credentials)}\n`);
  const end = (): void => {
    void simulator.close();
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

main().catch((error: unknown) => {
  process.stderr.write(`otc-as-simulator: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
