import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** The release that is installed when the machine has no suitable one. */
export const CLI_VERSION = "3.274.1";

/** The oldest release whose engine is known to drive this package. */
export const MINIMUM_CLI_VERSION = "3.200.0";

/** The engine, the host that runs Node.js programs, and the plugin that serves dynamic resources. */
export const PROGRAMS = ["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"] as const;

/** A Pulumi CLI that can be used: put `directory` first on the PATH. */
export interface PulumiCli {
  readonly directory: string;
  readonly source: "path" | "cache" | "npm" | "go";
  readonly version: string;
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The programs that a directory lacks. */
export function missingPrograms(directory: string): readonly string[] {
  return PROGRAMS.filter((program) => !isExecutable(join(directory, program)));
}
