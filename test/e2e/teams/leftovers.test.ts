import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../tools/run-command";

let scratch: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "otc-as-leftovers-"));
  // PostgreSQL may run as another user.
  await chmod(scratch, 0o755);
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

/** The processes that work in the folder. */
const processes = (): readonly string[] =>
  execFileSync("ps", ["-A", "-o", "args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(scratch));

test.each([
  ["closed", "cannot be opened"],
  ["abandoned", "cannot go on"],
])("a test file that fails while its server runs (%s) leaves nothing behind", async (file, reason) => {
  const { status, output } = await runCommand(
    process.execPath,
    [
      join(process.cwd(), "node_modules/vitest/vitest.mjs"),
      "run",
      "--root",
      join(__dirname, "failing"),
      file,
    ],
    { env: { ...process.env, TMPDIR: scratch, VITEST: undefined } },
  );
  expect(status).toBe(1);
  expect(output).toContain(reason);
  await expect.poll(processes, { timeout: 20_000 }).toEqual([]);
  expect((await readdir(scratch)).filter((name) => name.startsWith("otc-as-"))).toEqual([]);
});
