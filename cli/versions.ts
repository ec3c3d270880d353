/** Versions for projects that are generated. */
import { readFileSync } from "node:fs";
import type { Versions } from "./adopt/project-files";
import { surroundingSpecifier } from "./adopt/specifier";

interface Manifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<"@pulumi/pulumi", string>>;
}

/**
 * Read from the package itself, whether it runs from its sources or as it was installed. Where a project around the
 * working directory asks for a tarball or a range, the generated project asks for the same.
 */
export const versions = (working: string, target: string): Versions => {
  const path = require.resolve("pulumi-otc-autoscaling/package.json");
  const { version, peerDependencies } = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  return {
    own: surroundingSpecifier(working, target) ?? version,
    pulumi: peerDependencies["@pulumi/pulumi"],
  };
};
