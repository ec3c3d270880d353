/** A service to adopt from, and judges of what was written. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";
import ts from "typescript";
import { SUBNET, VPC } from "../../e2e/support/group-args";
import { byHand, type ByHand } from "../../support/by-hand";
import type { SimulatorOptions } from "otc-as-simulator";
import { osVariables, run, scratch, simulator } from "../support";

/** A service with one AS configuration, and a hand that makes things in it. */
export const lab = async (options: SimulatorOptions = {}) => {
  const service = await simulator(options);
  const { scaling_configuration_id: configurationId } = service.admin.outside("seedConfiguration") as {
    readonly scaling_configuration_id: string;
  };
  const call = await byHand(service);
  const directory = scratch();
  const adopt = (...args: readonly string[]) => run(["adopt", ...args], osVariables(service), { directory });
  return { service, call, configurationId, directory, adopt };
};

/** Makes a small group, and gives its id. */
export const makeGroup = async (
  call: ByHand,
  configurationId: string,
  more: object = {},
): Promise<string> => {
  const { scaling_group_id: id } = await call("POST", "scaling_group", {
    scaling_group_name: "web",
    scaling_configuration_id: configurationId,
    vpc_id: VPC,
    networks: [{ id: SUBNET }],
    ...more,
  });
  return String(id);
};

/** Paths of the source files of a program. */
export const sources = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));

/** What the compiler says about the program, with the sources of this package in place of the installed one. */
export const typeErrors = (directory: string): readonly string[] => {
  const root = join(__dirname, "../../..");
  const program = ts.createProgram(
    sources(directory).map((path) => join(directory, path)),
    {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      ignoreDeprecations: "6.0",
      types: [],
      paths: {
        "pulumi-otc-autoscaling": [join(root, "provider/index.ts")],
        "@pulumi/pulumi": [join(root, "node_modules/@pulumi/pulumi")],
      },
    },
  );
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName.startsWith(directory) === true)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
};

/** Files that Prettier would change. */
export const unformatted = async (directory: string): Promise<readonly string[]> => {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(ts|json|yaml|md)$/.test(path),
  );
  const checks = await Promise.all(
    files.map((path) => prettier.check(readFileSync(join(directory, path), "utf8"), { filepath: path })),
  );
  return files.filter((_, index) => checks[index] === false);
};

/** A file of a program. */
export const read = (directory: string, path: string): string => readFileSync(join(directory, path), "utf8");
