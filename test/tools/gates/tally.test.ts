import { describe, expect, test } from "vitest";
import { gateTally, testTally, total, totalLine } from "../../../tools/gates/tally";
import { parseVitestReport } from "../../../tools/gates/vitest-report";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((testStatus) => ({ status: testStatus })),
});

describe("counting tests", () => {
  test("adds up the tests of all files, and keeps skipped ones apart", () => {
    const testResults = [file("passed", "passed", "skipped", "todo"), file("failed", "passed", "failed")];
    expect(testTally(1, { testResults })).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test("counts a file that does not load as one failure", () => {
    const testResults = [file("failed"), file("passed", "passed")];
    expect(testTally(1, { testResults })).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test.each([
    ["fails although every test passed", 1, { testResults: [file("passed", "passed")] }, 1],
    ["is killed after every test passed", undefined, { testResults: [file("passed", "passed")] }, 1],
    ["ends well without a report", 0, undefined, 0],
    ["executes nothing", 0, { testResults: [] }, 0],
    ["skips every test", 0, { testResults: [file("passed", "skipped")] }, 0],
  ])("counts a run that %s as one failure", (_title, status, report, passed) => {
    expect(testTally(status, report)).toMatchObject({ passed, failed: 1 });
  });

  test("counts a gate without tests as one", () => {
    expect([0, 1, undefined].map((status) => gateTally(status).passed)).toEqual([1, 0, 0]);
    expect([0, 1, undefined].map((status) => gateTally(status).failed)).toEqual([0, 1, 1]);
  });

  test("ends in one line with the totals", () => {
    const tallies = [gateTally(0), gateTally(1), { passed: 40, failed: 2, skipped: 7 }];
    expect(totalLine(total(tallies))).toBe("41 passed, 3 failed");
  });
});

describe("reading vitest's report", () => {
  test("takes the states and ignores the rest", () => {
    const text = JSON.stringify({
      success: true,
      testResults: [{ ...file("passed", "passed"), name: "a.test.ts" }],
    });
    expect(parseVitestReport(text)?.testResults[0]?.assertionResults).toEqual([{ status: "passed" }]);
  });

  test.each(["", '{"testResults":[{"sta', "{}", '{"testResults":[{"status":"passed"}]}'])(
    "takes %j for no report",
    (text) => {
      expect(parseVitestReport(text)).toBeUndefined();
    },
  );
});
