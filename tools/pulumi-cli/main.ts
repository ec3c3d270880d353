import type { PulumiCli } from "./cli";
import { ensurePulumi } from "./ensure";

const ORIGINS: Readonly<Record<PulumiCli["source"], string>> = {
  path: "from the PATH",
  cache: "from the cache",
  npm: "installed by the official npm installer",
  go: "built from Go modules",
};

async function main(): Promise<void> {
  try {
    const { version, source, directory } = await ensurePulumi();
    console.log(`Pulumi CLI ${version}, ${ORIGINS[source]}: ${directory}`);
  } catch (error) {
    console.error(`Pulumi CLI: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

void main();
