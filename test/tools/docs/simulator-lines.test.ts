/** The lines by which pages start the simulator end, whatever becomes of it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { codeBlocks, readPage } from "./support/pages";

const TIMEOUT = 30_000;

/** The line that starts it, and the one that waits for its first line. */
const linesOf = (page: string): string => {
  const lines = codeBlocks(readPage(page), "bash").flatMap((block) => block.split("\n"));
  const start = lines.findIndex((line) => line.endsWith("otc-as-simulator --speed 50 > simulator.json &"));
  expect(start).not.toBe(-1);
  return lines.slice(start, start + 2).join("\n");
};

/** Runs the lines with this in the place of the simulator, and gives what they have left in its file. */
const left = (page: string, simulator: string): string => {
  const directory = mkdtempSync(join(tmpdir(), "otc-as-lines-"));
  onTestFinished(() => {
    rmSync(directory, { recursive: true });
  });
  mkdirSync(join(directory, "node_modules/.bin"), { recursive: true });
  writeFileSync(join(directory, "node_modules/.bin/otc-as-simulator"), `#!/bin/sh\n${simulator}\n`, {
    mode: 0o755,
  });
  const { status, signal } = spawnSync("bash", ["-c", `${linesOf(page)}\nkill $! 2> ended; true`], {
    cwd: directory,
    timeout: TIMEOUT,
  });
  expect([status, signal]).toEqual([0, null]);
  return readFileSync(join(directory, "simulator.json"), "utf8");
};

test.each(["docs/guides/quick-start.md", "docs/guides/testing.md", "simulator/README.md"])(
  "%s waits for the first line, and no longer when the simulator has ended without one",
  (page) => {
    expect(left(page, "echo '{}'; exec sleep 60")).toBe("{}\n");
    expect(left(page, "exit 1")).toBe("");
  },
  2 * TIMEOUT,
);
