import { withProgress } from "../progress";
import { BUILD, CHECKS, PULUMI_CLI, TESTS, type Gate } from "./gate";
import { describe, duration, runCheck, runStep, runTests, type GateResult } from "./run-gate";
import { total, totalLine } from "./tally";

/** Runs every gate, also after one has failed, so that one run shows everything that is to be done. */
async function main(): Promise<void> {
  const results = await withProgress(
    console.log,
    `== ${[BUILD, ...CHECKS].map(({ name }) => name).join(", ")} (usually about a minute)`,
    async () => [await runCheck(BUILD), ...(await runTwoAtATime(CHECKS))],
  );
  results.push(await runStep(PULUMI_CLI));
  for (const gate of TESTS) results.push(await runTests(gate));

  const sum = total(results.map(({ tally }) => tally));
  console.log(`\n${table(results)}\n`);
  console.log(totalLine(sum));
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

async function runTwoAtATime(gates: readonly Gate[]): Promise<readonly GateResult[]> {
  const results: GateResult[] = [];
  const queue = gates.values();
  const work = async (): Promise<void> => {
    for (const gate of queue) results.push(await runCheck(gate));
  };
  await Promise.all([work(), work()]);
  return results;
}

function table(results: readonly GateResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results
    .map(
      (result) => `${result.name.padEnd(width)}  ${duration(result).padStart(8)}  ${describe(result.tally)}`,
    )
    .join("\n");
}

void main();
