/** The playground as a person starts it, in a directory of its own. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const REPOSITORY = resolve(__dirname, "../..");
const TSX = join(REPOSITORY, "node_modules/tsx/dist/cli.mjs");

let directory: string;
let child: ChildProcess;
let output = "";

beforeAll(async () => {
  directory = await mkdtemp(join(REPOSITORY, ".playground-test-"));
  // Leads a group, so that it can be interrupted as a terminal does it: all processes at once.
  child = spawn(
    process.execPath,
    [TSX, "tools/playground/main.ts", "--directory", directory, "--port", "0"],
    { cwd: REPOSITORY, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (output += text));
});
afterAll(async () => {
  child.kill("SIGTERM");
  await rm(directory, { recursive: true, force: true });
});

test("the playground brings a stack up, lets a shell play with it, and ends cleanly on ^C", async () => {
  await vi.waitFor(
    () => {
      if (child.exitCode !== null) throw new Error(output);
      expect(output).toContain("Ctrl-C here ends everything");
    },
    { timeout: 200_000, interval: 200 },
  );
  const [, endpoint = ""] = /Watch it in a browser: (\S+)/.exec(output) ?? [];
  const page = await fetch(endpoint, { headers: { accept: "text/html" } });
  expect(await page.text()).toContain("<title>Auto Scaling simulator</title>");
  const shown = execFileSync("sh", ["-c", '. ./env && pulumi stack output instances && echo "$SIM"'], {
    cwd: directory,
    encoding: "utf8",
  });
  expect(shown).toBe(`3\n${endpoint}_simulator\n`);

  const ended = once(child, "close");
  process.kill(-(child.pid ?? 0), "SIGINT");
  expect(await ended).toEqual([0, null]);
  await expect(fetch(endpoint)).rejects.toThrow("fetch failed");
  expect((await readdir(directory)).sort()).toEqual([
    "Pulumi.yaml",
    "index.ts",
    "package.json",
    "tsconfig.json",
  ]);
});
