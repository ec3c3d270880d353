/** Names for resources and variables, out of the names that things have in the service. */
import type { Declaration, Named, ResourceClass } from "./declaration";

const suffixes: Readonly<Record<ResourceClass, string>> = {
  AsConfiguration: "Configuration",
  AsGroup: "Group",
  AsPolicy: "Policy",
  LifecycleHook: "Hook",
  AsNotification: "Notification",
};

/** Longer names of variables make nothing clearer. */
const LONGEST = 30;

/** Words of the language, and names that generated programs import or declare. */
const reserved: ReadonlySet<string> = new Set(
  (
    "abstract any arguments as async await boolean break case catch class config const constructor continue debugger " +
    "declare default delete do else enum eval export extends false finally for from function get global if implements " +
    "import in instanceof interface let module new null number of package private process protected public pulumi " +
    "require return set static string super switch symbol this throw true try type typeof undefined var void while " +
    "with yield exports"
  ).split(" "),
);

const capitalized = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Such as `webShop` for `web-shop`. */
export const camelCase = (name: string): string => {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const [first = "", ...others] = words;
  const start = /^[A-Z]+$/.test(first)
    ? first.toLowerCase()
    : `${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  const joined = [start, ...others.map(capitalized)].join("").slice(0, LONGEST);
  return /^[0-9]/.test(joined) ? `n${joined}` : joined;
};

type IsTaken = (name: string) => boolean;

/** The first that nobody has, or the last one with a number. */
const free = (candidates: readonly string[], join: string, isTaken: IsTaken, number = 2): string => {
  const found = candidates.find((name) => !isTaken(name));
  if (found !== undefined) return found;
  const next = `${candidates.at(-1) ?? ""}${join}${number}`;
  return isTaken(next) ? free(candidates, join, isTaken, number + 1) : next;
};

const variableCandidates = ({ resource, name }: Declaration): readonly string[] => {
  const plain = camelCase(name);
  const suffix = suffixes[resource];
  return plain === "" ? [suffix.toLowerCase()] : [plain, `${plain}${suffix}`];
};

/** The name under which a program exports the id of a group. */
export const exportedId = (variable: string): string => `${variable}Id`;

/**
 * Names of variables, of which those of groups become names of files: no two may differ in capital letters alone, which
 * some disks do not tell apart.
 */
const inFiles = (variable: string): string => variable.toLowerCase();

/** Gives names; declarations that come first get the plain ones. */
export const named = (declarations: readonly Declaration[]): readonly Named[] => {
  const variables = new Set<string>(reserved);
  const names = new Set<string>();
  return declarations.map((declaration) => {
    const { resource, name } = declaration;
    const variable = free(variableCandidates(declaration), "", (each) => variables.has(inFiles(each)));
    const resourceName = free([name], "-", (each) => names.has(`${resource} ${each}`));
    variables.add(inFiles(variable));
    if (resource === "AsGroup") variables.add(inFiles(exportedId(variable)));
    names.add(`${resource} ${resourceName}`);
    return { ...declaration, variable, resourceName };
  });
};
