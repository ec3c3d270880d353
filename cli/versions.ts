/** Versions for projects that are generated. */
import { readFileSync } from "node:fs";
import type { Versions } from "./adopt/project-files";

interface Manifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<"@pulumi/pulumi", string>>;
}

/** Read from the package itself, whether it runs from its sources or as it was installed. */
export const versions = (): Versions => {
  const path = require.resolve("pulumi-otc-autoscaling/package.json");
  const { version, peerDependencies } = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  return { own: version, pulumi: peerDependencies["@pulumi/pulumi"] };
};
