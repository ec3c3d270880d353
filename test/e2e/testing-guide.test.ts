/** The guide about testing can be followed as it is written. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../tools/run-command";
import { codeBlocks, readPage, ROOT } from "../tools/docs/support/pages";
import { writeProgram } from "./support/project";

test("the test with mocks runs and passes in a project that has installed the package", async () => {
  const [block = ""] = codeBlocks(readPage("docs/guides/testing.md"), "ts");
  expect(block).toContain("setMocks");
  const scratch = await mkdtemp(join(tmpdir(), "otc-as-mocks-"));
  const directory = join(scratch, "project");
  await writeProgram(directory);
  await writeFile(join(directory, "web.test.ts"), block);
  const { status, output } = await runCommand(
    join(ROOT, "node_modules/.bin/tsx"),
    ["--test", "--test-reporter=tap", "web.test.ts"],
    { cwd: directory, env: process.env },
  );
  await rm(scratch, { recursive: true });
  expect(output).toMatch(/^# pass 1$/m);
  expect(output).toMatch(/^# fail 0$/m);
  expect(status).toBe(0);
});
