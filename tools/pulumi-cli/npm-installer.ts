import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../run-command";
import { CLI_VERSION, isExecutable } from "./cli";
import { lastLine, withProgress, type Say } from "../progress";
import { DYNAMIC_PROVIDER_SCRIPT, sdkScript } from "./sdk-script";

/** A release of the npm package `pulumi`; it installs whatever version it is told. */
const INSTALLER = "pulumi@3.265.0";
const TIMEOUT_MILLISECONDS = 5 * 60 * 1000;

/**
 * Has the official installer download the CLI into the scratch directory.
 *
 * @returns the directory that holds the programs
 * @throws when the download is not possible from this machine, or takes too long
 */
export async function installWithNpm(scratch: string, say: Say): Promise<string> {
  const home = join(scratch, "npm");
  const { status, output } = await withProgress(
    say,
    `Pulumi CLI: downloading ${CLI_VERSION} with the official npm installer (usually under a minute)`,
    ({ note }) =>
      runCommand("npm", ["exec", "--yes", `--package=${INSTALLER}`, "--", "pulumi", "version"], {
        cwd: scratch,
        env: {
          ...process.env,
          PULUMI_HOME: home,
          PULUMI_VERSION: CLI_VERSION,
          PULUMI_SKIP_UPDATE_CHECK: "true",
        },
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
        onOutput: note,
      }),
  );
  if (status !== 0) {
    const killed = `it was stopped after ${String(TIMEOUT_MILLISECONDS / 60_000)} minutes`;
    throw new Error(status === undefined ? killed : (lastLine(output) ?? "it failed without a word"));
  }
  const directory = join(home, "versions", CLI_VERSION, "bin");
  const script = join(directory, DYNAMIC_PROVIDER_SCRIPT);
  if (!isExecutable(script)) await copyFile(sdkScript(), script);
  return directory;
}
