/** Packs the package and installs the tarball as a user does. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { runCommand } from "../../../tools/run-command";

const repository = resolve(__dirname, "../../..");

/** What the installed programs need, in the versions of the repository. */
const TOOLS = ["@pulumi/pulumi", "@types/node", "ts-node", "typescript"] as const;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { status, output } = await runCommand("npm", ["--loglevel=error", ...args], { cwd });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed:\n${output}`);
  return output;
}

/** The JSON document at the end of an output that may begin with warnings. */
function jsonIn(output: string): unknown {
  return JSON.parse(output.slice(output.search(/^[[{]/m)));
}

/**
 * Builds and packs. Returns the tarball and the paths in it. What an earlier build has left is removed first: files whose
 * source is gone would be packed, too.
 */
export async function pack(destination: string): Promise<{ tarball: string; files: readonly string[] }> {
  await npm(["run", "clean"], repository);
  await npm(["run", "build"], repository);
  const output = await npm(
    ["pack", "--json", "--ignore-scripts", "--pack-destination", destination],
    repository,
  );
  const [packed] = jsonIn(output) as readonly Packed[];
  if (packed === undefined) throw new Error(`npm pack named no tarball:\n${output}`);
  return { tarball: join(destination, packed.filename), files: packed.files.map(({ path }) => path) };
}

/** Installs the tarball and what TypeScript programs need into a new directory. */
export async function install(tarball: string, directory: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(repository, "package.json"), "utf8")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const tools = Object.fromEntries(TOOLS.map((name) => [name, manifest.devDependencies[name]]));
  await mkdir(directory, { recursive: true });
  await writeFile(
    join(directory, "package.json"),
    JSON.stringify({
      name: "otc-autoscaling-program",
      private: true,
      dependencies: { "pulumi-otc-autoscaling": `file:${tarball}`, ...tools },
    }),
  );
  await npm(["install", "--prefer-offline", "--no-audit", "--no-fund"], directory);
}
