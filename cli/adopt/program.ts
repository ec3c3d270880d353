/** The text of a generated program: live objects in, source files out. Pure. */
import type { Declaration, Named, References, ResourceClass } from "./declaration";
import { camelCase, exportedId, named } from "./naming";
import { Code, INDENT, printFlat, printImport, printObject, printText, WIDTH } from "./source-text";

/** A group with everything that is attached to it. The configuration may serve other groups as well. */
export interface AttachedGroup {
  readonly group: Declaration;
  readonly configuration?: Declaration;
  /** Policies, hooks and notifications. */
  readonly attached: readonly Declaration[];
}

/** What there is of the groups: what belongs to them, and sentences about what no program can declare. */
export interface LiveGroups {
  readonly groups: readonly AttachedGroup[];
  readonly leftOut: readonly string[];
}

/** Files by path. */
export type Files = ReadonlyMap<string, string>;

const PACKAGE = "pulumi-otc-autoscaling";

/** Arguments that name another object by its id. */
const LINKS: ReadonlySet<string> = new Set(["scalingConfigurationId", "scalingGroupId", "scalingResourceId"]);

const linked = (args: Declaration["args"], references: References): Declaration["args"] =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      LINKS.has(name) && typeof value === "string" ? (references.get(value) ?? value) : value,
    ]),
  );

/** Prettier puts each argument on lines of its own when there are options, or when the name leaves no room. */
const printCall = (start: string, { resourceName, options }: Named, args: Declaration["args"]): string => {
  const name = printText(resourceName);
  if (options === undefined && `${start}(${name}, {`.length <= WIDTH)
    return `${start}(${name}, ${printObject(args)});`;
  const more = options === undefined ? [] : [printFlat(options)];
  const each = [name, printObject(args, INDENT), ...more].map((argument) => `  ${argument},`);
  return [`${start}(`, ...each, ");"].join("\n");
};

type Role = "leaf" | "local" | "exported";

const printDeclaration = (declaration: Named, references: References, role: Role): string => {
  const { resource, variable, id, args, notes } = declaration;
  const starts: Readonly<Record<Role, string>> = {
    leaf: `new ${resource}`,
    local: `const ${variable} = new ${resource}`,
    exported: `export const ${variable} = new ${resource}`,
  };
  return [
    ...notes.map((note) => `// ${note}`),
    printCall(starts[role], declaration, { adoptId: id, ...linked(args, references) }),
  ].join("\n");
};

const classesOf = (declarations: readonly Named[]): readonly ResourceClass[] => [
  ...new Set(declarations.map(({ resource }) => resource)),
];

const CONFIG = "const config = new pulumi.Config();";

/** Imports, the configuration where secrets are needed, then the parts. */
const fileOf = (
  declarations: readonly Named[],
  imports: readonly string[],
  parts: readonly string[],
): string => {
  const needsConfig = declarations.some(({ secrets }) => secrets.length > 0);
  const head = [
    ...(needsConfig ? ['import * as pulumi from "@pulumi/pulumi";'] : []),
    printImport(classesOf(declarations), PACKAGE),
    ...imports,
  ].join("\n");
  return `${[head, ...(needsConfig ? [CONFIG] : []), ...parts].join("\n\n")}\n`;
};

/** All names, and how each object is referred to. Configurations come once, however many groups share them. */
const namesIn = (
  groups: readonly AttachedGroup[],
): { readonly all: readonly Named[]; readonly references: References } => {
  const configurations = new Map(
    groups.flatMap(({ configuration }) =>
      configuration === undefined ? [] : [[configuration.id, configuration]],
    ),
  );
  const all = named([
    ...groups.map(({ group }) => group),
    ...configurations.values(),
    ...groups.flatMap(({ attached }) => attached),
  ]);
  const referred = all.filter(({ resource }) => resource === "AsGroup" || resource === "AsConfiguration");
  return { all, references: new Map(referred.map(({ id, variable }) => [id, new Code(`${variable}.id`)])) };
};

const isOneOf =
  (declarations: readonly Declaration[]) =>
  ({ resource, id }: Declaration): boolean =>
    declarations.some((each) => each.resource === resource && each.id === id);

const isConfiguration = ({ resource }: Declaration): boolean => resource === "AsConfiguration";

/** Everything in `index.ts`. */
const oneFile = (all: readonly Named[], references: References): Files => {
  const inOrder = [...all.filter(isConfiguration), ...all.filter((each) => !isConfiguration(each))];
  const exports = all
    .filter(({ resource }) => resource === "AsGroup")
    .map(({ variable }) => `export const ${exportedId(variable)} = ${variable}.id;`);
  const parts = inOrder.map((each) =>
    printDeclaration(each, references, references.has(each.id) && !isAttached(each) ? "local" : "leaf"),
  );
  return new Map([["index.ts", fileOf(all, [], [...parts, ...exports])]]);
};

const isAttached = ({ resource }: Declaration): boolean =>
  resource !== "AsGroup" && resource !== "AsConfiguration";

const fileName = (variable: string): string => `groups/${variable}.ts`;

/** A file for the configurations, one for each group with what is attached to it, and `index.ts`. */
const manyFiles = (
  groups: readonly AttachedGroup[],
  all: readonly Named[],
  references: References,
): Files => {
  const configurations = all.filter(isConfiguration);
  const files = groups.map(({ group, configuration, attached }): readonly [string, string] => {
    const own = all.filter(isOneOf([group, ...attached]));
    const variable = own.find(({ resource }) => resource === "AsGroup")?.variable ?? camelCase(group.name);
    const imported = configurations.filter(({ id }) => id === configuration?.id);
    return [
      fileName(variable),
      fileOf(
        own,
        imported.map((each) => printImport([each.variable], "../configurations")),
        own.map((each) => printDeclaration(each, references, isAttached(each) ? "leaf" : "exported")),
      ),
    ];
  });
  const index = files.map(([path]) => `import ${printText(`./${path.replace(/\.ts$/, "")}`)};`);
  return new Map([
    ...(configurations.length === 0
      ? []
      : [
          [
            "configurations.ts",
            fileOf(
              configurations,
              [],
              configurations.map((each) => printDeclaration(each, references, "exported")),
            ),
          ] as const,
        ]),
    ...files,
    ["index.ts", `${index.join("\n")}\n`],
  ]);
};

/** The source files that declare these groups and everything attached to them. */
export const programFiles = ({ groups, leftOut }: LiveGroups): Files => {
  const { all, references } = namesIn(groups);
  const files = groups.length > 1 ? manyFiles(groups, all, references) : oneFile(all, references);
  const comments = leftOut.map((sentence) => `// Left out: ${sentence}.\n`).join("");
  return new Map([...files].map(([path, text]) => [path, path === "index.ts" ? `${comments}${text}` : text]));
};
