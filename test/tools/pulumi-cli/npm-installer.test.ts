import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { missingPrograms } from "../../../tools/pulumi-cli/cli";
import { installWithNpm } from "../../../tools/pulumi-cli/npm-installer";
import { writeProgram } from "../support/programs";

let scratch: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "otc-npm-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(scratch, { recursive: true });
});

/** Puts an `npm` first on the PATH that does what the installer would do. */
async function npmDoes(script: string): Promise<void> {
  const bin = join(scratch, "path");
  await writeProgram(bin, "npm", script);
  vi.stubEnv("PATH", `${bin}${delimiter}${process.env.PATH ?? ""}`);
}

test("the installed programs are found where the installer puts them, with the SDK's plugin script", async () => {
  await npmDoes(`
    bin="$PULUMI_HOME/versions/$PULUMI_VERSION/bin"; mkdir -p "$bin"
    for program in pulumi pulumi-language-nodejs; do touch "$bin/$program"; chmod +x "$bin/$program"; done`);
  const directory = await installWithNpm(scratch, () => undefined);
  expect(directory).toBe(join(scratch, "npm/versions/3.274.1/bin"));
  expect(missingPrograms(directory)).toEqual([]);
});

test("a refused download is an error with the installer's last words", async () => {
  await npmDoes("echo Downloading...; echo 'pulumi: fetch failed' >&2; exit 1");
  await expect(installWithNpm(scratch, () => undefined)).rejects.toThrow(/^pulumi: fetch failed$/);
});
