import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../run-command";
import { CLI_VERSION } from "./cli";
import { withProgress, type Progress, type Say } from "../progress";
import { DYNAMIC_PROVIDER_SCRIPT, sdkScript } from "./sdk-script";

/** The last version of the SDK's Go module that still holds the Node.js language host. */
const LANGUAGE_HOST_SDK_VERSION = "3.67.0";

/** The first version of Go that knows the `tool` directive. */
const GO_LANGUAGE_VERSION = "1.24";

/** A Go module that exists only to build one program of other modules. */
export interface WrapperModule {
  readonly name: string;
  /** The package of the program. */
  readonly tool: string;
  /** Module path to version. */
  readonly requires: Readonly<Record<string, string>>;
  /** Module path to `path version`; Go ignores the replacements of the modules that are required. */
  readonly replaces: Readonly<Record<string, string>>;
  /** What to tell the person who waits. */
  readonly announcement: string;
}

export const WRAPPER_MODULES: readonly WrapperModule[] = [
  {
    name: "host",
    tool: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    requires: { "github.com/pulumi/pulumi/sdk/v3": `v${LANGUAGE_HOST_SDK_VERSION}` },
    replaces: {},
    announcement: "building the Node.js language host from Go modules (usually about half a minute)",
  },
  {
    name: "cli",
    tool: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    requires: {
      "github.com/pulumi/pulumi/pkg/v3": `v${CLI_VERSION}`,
      "github.com/pulumi/pulumi/sdk/v3": `v${CLI_VERSION}`,
    },
    replaces: {
      "github.com/atotto/clipboard": "github.com/tgummerer/clipboard v0.0.0-20241001131231-d02d263e614e",
    },
    announcement: "building the engine from Go modules (usually about six minutes on two cores, once)",
  },
];

/** The text of a wrapper module's go.mod, before `go mod tidy` completes it. */
export function goModText(module: WrapperModule): string {
  const lines = [
    `module example.com/${module.name}`,
    `go ${GO_LANGUAGE_VERSION}`,
    `tool ${module.tool}`,
    ...Object.entries(module.requires).map(([path, version]) => `require ${path} ${version}`),
    ...Object.entries(module.replaces).map(([path, replacement]) => `replace ${path} => ${replacement}`),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * Builds the CLI in the scratch directory.
 *
 * @returns the directory that holds the programs
 * @throws when Go is missing, or a module cannot be fetched or built
 */
export async function buildWithGo(scratch: string, say: Say): Promise<string> {
  const { status } = await runCommand("go", ["version"]);
  if (status !== 0)
    throw new Error(
      "go is missing: without a Pulumi CLI to download, the CLI is built from Go modules; " +
        "install Go 1.26.6 or newer from https://go.dev/dl/, or put pulumi on the PATH (https://www.pulumi.com/docs/install/)",
    );
  const bin = join(scratch, "bin");
  await mkdir(bin);
  for (const module of WRAPPER_MODULES) {
    const directory = join(scratch, module.name);
    await mkdir(directory);
    await writeFile(join(directory, "go.mod"), goModText(module));
    await withProgress(say, `Pulumi CLI: ${module.announcement}`, (progress) =>
      buildModule(directory, bin, progress),
    );
  }
  await copyFile(sdkScript(), join(bin, DYNAMIC_PROVIDER_SCRIPT));
  return bin;
}

async function buildModule(directory: string, bin: string, progress: Progress): Promise<void> {
  const linkerFlags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${CLI_VERSION}`;
  await go(["mod", "tidy"], directory, progress);
  await go(
    [
      ...["build", "-v", "-trimpath", "-tags", "osusergo,grpcnotrace"],
      ...["-ldflags", linkerFlags, "-o", `${bin}/`, "tool"],
    ],
    directory,
    progress,
  );
}

async function go(args: readonly string[], cwd: string, progress: Progress): Promise<void> {
  const { status, output } = await runCommand("go", args, {
    cwd,
    env: { ...process.env, CGO_ENABLED: "0", GOWORK: "off" },
    onOutput: progress.note,
  });
  if (status !== 0) {
    const end = output.trimEnd().split("\n").slice(-10).join("\n");
    throw new Error(`go ${args.slice(0, 2).join(" ")} failed:\n${end}`);
  }
}
