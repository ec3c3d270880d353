/** Compiles blocks of code as if each were a file at the root of the repository. */
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./pages";

/** Words that stand for what a reader has: ids, and arguments that are not the point of the example. */
const PLACEHOLDERS = `
declare const vpcId: string;
declare const subnetId: string;
declare const otherSubnetId: string;
declare const securityGroupId: string;
declare const configurationId: string;
declare const groupId: string;
declare const args: import("pulumi-otc-autoscaling").AsGroupArgs;
`;

/** What the docstrings need besides: they show one statement each. */
export const DOCSTRING_PLACEHOLDERS = `
declare const web: import("pulumi-otc-autoscaling").AsGroup;
declare const blue: import("pulumi-otc-autoscaling").AsGroup;
declare const green: import("pulumi-otc-autoscaling").AsGroup;
declare const server: { readonly id: string };
declare const primaryId: string;
declare const alarmId: string;
declare const imageId: string;
declare const poolId: string;
declare const topicUrn: string;
declare const scalingGroupId: string;
declare const oldConfigurationId: string;
declare const newConfigurationId: string;
`;

const options = (): ts.CompilerOptions => {
  const base = ts.readConfigFile(join(ROOT, "tsconfig.base.json"), (path) => ts.sys.readFile(path));
  const { options: strict } = ts.parseJsonConfigFileContent(base.config, ts.sys, ROOT);
  return {
    ...strict,
    noEmit: true,
    declaration: false,
    declarationMap: false,
    sourceMap: false,
    // An example declares resources, which nobody has to use.
    noUnusedLocals: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
    paths: {
      "pulumi-otc-autoscaling": [join(ROOT, "provider/index.ts")],
      "pulumi-otc-autoscaling/components": [join(ROOT, "components/index.ts")],
      "otc-as-simulator": [join(ROOT, "simulator/src/index.ts")],
    },
  };
};

/** What the compiler has against the blocks; their names begin the messages. */
export const compile = (blocks: ReadonlyMap<string, string>, morePlaceholders = ""): readonly string[] => {
  const placeholders = join(ROOT, "placeholders.d.ts");
  const files = new Map([...blocks].map(([name, text]) => [join(ROOT, `${name}.ts`), text]));
  files.set(placeholders, PLACEHOLDERS + morePlaceholders);
  const host = ts.createCompilerHost(options());
  const program = ts.createProgram({
    rootNames: [...files.keys()],
    options: options(),
    host: {
      ...host,
      fileExists: (file) => files.has(file) || host.fileExists(file),
      readFile: (file) => files.get(file) ?? host.readFile(file),
      getSourceFile: (file, target) => {
        const text = files.get(file);
        if (text === undefined) return host.getSourceFile(file, target);
        // Only a script declares its words for everybody.
        const detection = file === placeholders ? { setExternalModuleIndicator: () => undefined } : {};
        const languageVersion = typeof target === "object" ? target.languageVersion : target;
        return ts.createSourceFile(file, text, { languageVersion, ...detection });
      },
    },
  });
  return [...files.keys()].flatMap((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(
        ({ messageText }) =>
          `${file.slice(ROOT.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
      ),
  );
};
