import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { preparePlace } from "../../../tools/playground/place";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "playground-test-"));
});
afterEach(() => rm(directory, { recursive: true }));

const PROGRAM = ["Pulumi.yaml", "index.ts", "package.json", "tsconfig.json"];

test("the place holds the program of the demo as a project of its own", async () => {
  await preparePlace(directory);
  expect(await readdir(directory)).toEqual([...PROGRAM, "running"].sort());
  const project = await readFile(join(directory, "Pulumi.yaml"), "utf8");
  expect(project).toContain("runtime: nodejs");
  expect(project).not.toContain("main:");
});

test("an edited program stays; what a run before has left behind goes", async () => {
  for (const file of ["index.ts", "env", "Pulumi.playground.yaml"]) {
    await writeFile(join(directory, file), "// edited");
  }
  await preparePlace(directory);
  expect(await readFile(join(directory, "index.ts"), "utf8")).toBe("// edited");
  expect(await readdir(directory)).toEqual([...PROGRAM, "running"].sort());
});

test("the file for shells is for the owner alone, and goes with everything but the program", async () => {
  const place = await preparePlace(directory);
  await place.writeShellFile({ directories: [], variables: {} });
  expect((await stat(join(directory, "env"))).mode & 0o777).toBe(0o600);
  await place.clear();
  expect((await readdir(directory)).sort()).toEqual(PROGRAM);
});

test("a second playground is refused while the first one runs, and not after it was killed", async () => {
  await writeFile(join(directory, "running"), String(process.ppid));
  await writeFile(join(directory, "env"), "of the first");
  await expect(preparePlace(directory)).rejects.toThrow(
    `another one runs here already, as process ${String(process.ppid)}; only one can, end that one first`,
  );
  expect(await readFile(join(directory, "env"), "utf8")).toBe("of the first");
  await writeFile(join(directory, "running"), String(2 ** 22 + 1));
  await expect(preparePlace(directory)).resolves.toMatchObject({ directory });
});
