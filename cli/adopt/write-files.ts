/** Writes files, but over no file that exists. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as E from "fp-ts/Either";
import { type AsError, stopped } from "../../provider/core/error";
import type { Files } from "./program";

/**
 * Writes all files into a directory, which is made if need be.
 *
 * @param force overwrite files that exist
 * @returns the paths that were written; nothing is written when one of them exists already
 */
export const writeFiles = (
  directory: string,
  files: Files,
  force: boolean,
): E.Either<AsError, readonly string[]> => {
  const paths = [...files.keys()];
  const existing = paths.filter((path) => existsSync(join(directory, path)));
  if (existing.length > 0 && !force)
    return E.left(
      stopped(`there is already ${existing.join(", ")} in ${directory}; nothing was written`, [
        "choose another directory with --out",
        "overwrite these files with --force",
      ]),
    );
  for (const [path, text] of files) {
    const whole = join(directory, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }
  return E.right(paths);
};
