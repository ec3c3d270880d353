import type { VitestReport } from "./vitest-report";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A gate without tests counts as one. */
export function gateTally(status: number | undefined): Tally {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Counts the tests of one run, one by one. A file that fails without a failed test (it does not load, say)
 * counts as one failure, and so does a run that failed, crashed or executed nothing although no test failed.
 */
export function testTally(status: number | undefined, report: VitestReport | undefined): Tally {
  const files = (report?.testResults ?? []).map(({ status: fileStatus, assertionResults }) => {
    const count = (wanted: string): number =>
      assertionResults.filter((test) => test.status === wanted).length;
    const passed = count("passed");
    const failed = count("failed");
    return {
      passed,
      failed: failed === 0 && fileStatus === "failed" ? 1 : failed,
      skipped: assertionResults.length - passed - failed,
    };
  });
  const { passed, failed, skipped } = total(files);
  const succeeded = status === 0 && passed > 0;
  return { passed, failed: failed === 0 && !succeeded ? 1 : failed, skipped };
}

export function total(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally): number => tallies.reduce((before, tally) => before + tally[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** The line that ends a run. Skipped tests are neither passed nor failed. */
export function totalLine({ passed, failed }: Tally): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}
