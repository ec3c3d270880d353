/** How the project in which the executable runs asks for this package, so that a generated project asks for the same. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { recordOf } from "../../provider/core/record";

const NAME = "pulumi-otc-autoscaling";
const FILE = "file:";

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** What a manifest asks for, among what is needed to run or to develop. */
const asked = (manifest: unknown): string | undefined => {
  const { dependencies, devDependencies } = recordOf(manifest);
  const found = recordOf(dependencies)[NAME] ?? recordOf(devDependencies)[NAME];
  return typeof found === "string" ? found : undefined;
};

/** A path is relative to the manifest in which it stands. */
const moved = (specifier: string, from: string, to: string): string => {
  const path = specifier.slice(FILE.length);
  return specifier.startsWith(FILE) && path.startsWith(".")
    ? `${FILE}${relative(to, resolve(from, path)).split(sep).join("/")}`
    : specifier;
};

/**
 * The specifier of the project around a directory, as it reads in another one; undefined when there is no project, or
 * when it does not ask for this package.
 */
export const surroundingSpecifier = (directory: string, target: string): string | undefined => {
  const path = join(directory, "package.json");
  if (existsSync(path)) {
    const specifier = asked(parsed(readFileSync(path, "utf8")));
    return specifier === undefined ? undefined : moved(specifier, directory, target);
  }
  const above = dirname(directory);
  return above === directory ? undefined : surroundingSpecifier(above, target);
};
