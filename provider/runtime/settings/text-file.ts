/** Files that people name, or that may be there. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as E from "fp-ts/Either";

/** Where files are looked for. */
export interface Whereabouts {
  /** Relative paths start here: the working directory, which the engine makes the program's. */
  readonly directory: string;
  /** `~` */
  readonly home: string;
}

/** The path that somebody wrote, with `~` as the home directory. */
export const resolved = ({ directory, home }: Whereabouts, path: string): string =>
  path === "~" || path.startsWith("~/") ? join(home, path.slice(1)) : resolve(directory, path);

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "failed";

/** The text of a file, or the code of the failure, such as `ENOENT`. */
export const readTextFile = (path: string): E.Either<string, string> =>
  E.tryCatch(() => readFileSync(path, "utf8"), codeOf);

/** Does this failure mean that there is no such file? */
export const isAbsence = (code: string): boolean => code === "ENOENT" || code === "ENOTDIR";
