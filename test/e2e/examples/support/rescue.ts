/** What is done when an example fails in an account: no instance may be left that nobody knows of. */
import { cp, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { backendDirectory } from "../../../../tools/engine/environment";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The example could not be cleaned up, so that its directory must be kept: it holds the only state. */
export class LeftBehind extends Error {
  constructor(failure: unknown, left: unknown, scratch: string) {
    super(
      `${messageOf(failure)}\n\nand cleaning up failed:\n${messageOf(left)}\n\n` +
        `instances may still run; the state is in ${backendDirectory(scratch)}. To destroy them, run this README's ` +
        `destroy in ${join(scratch, "example")} with PULUMI_BACKEND_URL=file://${backendDirectory(scratch)} and an ` +
        "empty PULUMI_CONFIG_PASSPHRASE",
    );
    this.name = "LeftBehind";
  }
}

/** The provider has to be there for a destroy by hand, and what the tests have installed goes when they end. */
async function keepPackages(scratch: string): Promise<void> {
  const link = join(scratch, "example", "node_modules");
  const packages = await realpath(link);
  await rm(link);
  await cp(packages, link, { recursive: true, verbatimSymlinks: true });
}

/**
 * Runs every `destroy` of an example that has failed.
 *
 * @throws LeftBehind when one of them fails; the others run all the same
 */
export async function destroyAll(
  commands: readonly string[],
  run: (command: string) => Promise<unknown>,
  { scratch, failure }: { readonly scratch: string; readonly failure: unknown },
): Promise<void> {
  const left: unknown[] = [];
  for (const command of commands.filter((each) => /\bdestroy\b/.test(each)))
    await run(command).catch((error: unknown) => left.push(error));
  if (left.length === 0) return;
  await keepPackages(scratch);
  throw new LeftBehind(failure, left.map(messageOf).join("\n"), scratch);
}
