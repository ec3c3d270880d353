/** Before all end-to-end tests: the Pulumi CLI, and the package as a user gets it. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import type { TestProject } from "vitest/node" with { "resolution-mode": "import" };
import { ensurePulumi } from "../../../tools/pulumi-cli/ensure";
import { install, pack } from "./package";

/** Compiled once, because a TypeScript program costs every run of the engine a second. */
async function compileGenericProgram(template: string): Promise<void> {
  const source = await readFile(require.resolve("../programs/generic.ts"), "utf8");
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  await writeFile(join(template, "generic.js"), outputText);
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await mkdtemp(join(tmpdir(), "otc-as-e2e-"));
  const remove = (): Promise<void> => rm(scratch, { recursive: true, force: true });
  try {
    const { directory: cliDirectory } = await ensurePulumi();
    process.stderr.write("packing and installing the package (usually half a minute)\n");
    const template = join(scratch, "template");
    const { tarball, files } = await pack(scratch);
    await install(tarball, template);
    await compileGenericProgram(template);
    project.provide("e2e", { template, cliDirectory, packedFiles: files });
    return remove;
  } catch (error) {
    await remove();
    throw error;
  }
}
