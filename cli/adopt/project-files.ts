/** The files around a generated program: what Pulumi, npm and TypeScript need, and what a person does next. */
import type { NeededSecret } from "./declaration";
import type { Files } from "./program";

/** Versions that the project asks for. */
export interface Versions {
  /** Of this package: a version, or whatever else npm installs. */
  readonly own: string;
  /** Of the SDK with which this package works. */
  readonly pulumi: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const settings = (name: string): string =>
  `name: ${JSON.stringify(name)}\nruntime: nodejs\ndescription: AS groups that were adopted by pulumi-otc-autoscaling\n`;

const manifest = (name: string, { own, pulumi }: Versions): string =>
  json({
    name,
    private: true,
    main: "index.ts",
    dependencies: { "@pulumi/pulumi": pulumi, "pulumi-otc-autoscaling": own },
    devDependencies: { "@types/node": "^20.19.0", "ts-node": "^10.9.2", typescript: "^6.0.3" },
  });

const compilerOptions = `{
  "compilerOptions": {
    "strict": true,
    "target": "es2022",
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "types": ["node"],
    "noEmit": true
  },
  "files": ["index.ts"]
}
`;

const secretLines = (secrets: readonly NeededSecret[]): readonly string[] =>
  secrets.length === 0
    ? []
    : [
        "",
        "The commands sign in with `OS_*` variables or clouds.yaml; `--stack` of `adopt` has given the new stack nothing. Give it the same settings first, in the environment or as `otc:*` of its configuration (then add `--stack dev` to each `contents`).",
        "",
        "Some values may hold secrets, so they are not in the program. Put each into the stack's configuration, encrypted:",
        "",
        "```bash",
        "set -o pipefail    # nothing may be stored when a value cannot be read",
        ...secrets.flatMap(({ key, what, command }) => [
          `# ${what}`,
          `${command} | pulumi config set --secret ${key}`,
        ]),
        "```",
      ];

const instructions = (secrets: readonly NeededSecret[]): string =>
  [
    "# Adopted AS groups",
    "",
    "Written by `npx pulumi-otc-autoscaling adopt`. Every resource names the live object that it takes over (`adoptId`).",
    "",
    "```bash",
    "npm install",
    "pulumi stack init dev",
    "```",
    ...secretLines(secrets),
    "",
    "```bash",
    'pulumi preview    # each resource is created by adoption, and "nothing differs"',
    "pulumi up         # writes nothing to the service",
    "pulumi preview    # no changes",
    "```",
    "",
    "Resources are declared with `protect: true`, so that `pulumi destroy` refuses before anything is deleted.",
    "",
  ].join("\n");

/** Pulumi.yaml, package.json, tsconfig.json, README.md and .gitignore. */
export const projectFiles = (name: string, secrets: readonly NeededSecret[], versions: Versions): Files =>
  new Map([
    ["Pulumi.yaml", settings(name)],
    ["package.json", manifest(name, versions)],
    ["tsconfig.json", compilerOptions],
    ["README.md", instructions(secrets)],
    [".gitignore", "node_modules/\n"],
  ]);
