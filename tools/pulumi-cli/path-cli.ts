import { realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { runCommand } from "../run-command";
import { isExecutable, MINIMUM_CLI_VERSION, PROGRAMS, type PulumiCli } from "./cli";

/** A shim that downloads the CLI on its first run must not hold up everything. */
const VERSION_TIMEOUT_MILLISECONDS = 30_000;

/** What was found out about the `pulumi` on the PATH. */
export interface PathCliFacts {
  readonly directory: string;
  /** What `pulumi version` wrote. */
  readonly versionOutput: string;
  readonly missingPrograms: readonly string[];
}

export type PathCliVerdict =
  | { readonly suitable: true; readonly cli: PulumiCli }
  | { readonly suitable: false; readonly reason: string };

/** The first `v1.2.3` or `1.2.3` in the output of `pulumi version`. */
export function parseVersion(output: string): string | undefined {
  return /\d+\.\d+\.\d+/.exec(output)?.[0];
}

export function isAtLeast(version: string, minimum: string): boolean {
  return version.localeCompare(minimum, "en", { numeric: true }) >= 0;
}

/** Decides whether the CLI on the PATH is good enough, and if not, why. */
export function judgePathCli(facts: PathCliFacts): PathCliVerdict {
  const version = parseVersion(facts.versionOutput);
  if (version === undefined)
    return { suitable: false, reason: `pulumi in ${facts.directory} does not tell its version` };
  if (!isAtLeast(version, MINIMUM_CLI_VERSION))
    return {
      suitable: false,
      reason: `pulumi ${version} in ${facts.directory} is older than ${MINIMUM_CLI_VERSION}`,
    };
  if (facts.missingPrograms.length > 0)
    return {
      suitable: false,
      reason: `pulumi ${version} in ${facts.directory} comes without ${facts.missingPrograms.join(" and ")}`,
    };
  return { suitable: true, cli: { directory: facts.directory, source: "path", version } };
}

/** Looks at the `pulumi` on the PATH; `undefined` when there is none. */
export async function inspectPathCli(path: string): Promise<PathCliFacts | undefined> {
  const directories = path.split(delimiter).filter((directory) => directory !== "");
  const directory = directories.find((candidate) => isExecutable(join(candidate, "pulumi")));
  if (directory === undefined) return undefined;

  const program = join(directory, "pulumi");
  const { output } = await runCommand(program, ["version"], {
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    timeoutMilliseconds: VERSION_TIMEOUT_MILLISECONDS,
  });
  // The engine looks for its plugins beside its own executable and on the PATH.
  const places = [dirname(realpathSync(program)), ...directories];
  return {
    directory,
    versionOutput: output,
    missingPrograms: PROGRAMS.filter((name) => !places.some((place) => isExecutable(join(place, name)))),
  };
}
