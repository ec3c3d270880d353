/**
 * Prints TypeScript in the form that Prettier gives it by default, so that a formatted program stays as it is. Only
 * what generated programs hold: objects, lists, texts, numbers, switches, and names of other things.
 */

/** An expression that stands for itself, such as `web.id`. */
export class Code {
  constructor(readonly text: string) {}
}

/** What can be printed. */
export type Value = string | number | boolean | Code | readonly Value[] | { readonly [name: string]: Value };

type Members = Readonly<Record<string, Value>>;

/** Characters of a line. */
export const WIDTH = 80;
/** Blanks of a level. */
export const INDENT = 2;

/** Prettier leaves a text on the line of a name that is not longer, because a break would win nothing. */
const SHORT_NAME = 4;

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const isObject = (value: Value): value is Members =>
  typeof value === "object" && !isList(value) && !(value instanceof Code);

const occurrences = (text: string, quote: string): number => text.split(quote).length - 1;

/** In double quotes, unless that needs more backslashes. */
export const printText = (text: string): string => {
  const double = JSON.stringify(text);
  if (occurrences(text, '"') <= occurrences(text, "'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
};

const isName = (name: string): boolean => /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);

const printName = (name: string): string => (isName(name) ? name : printText(name));

/** On one line, however long. */
export const printFlat = (value: Value): string => {
  if (typeof value === "string") return printText(value);
  if (value instanceof Code) return value.text;
  if (isList(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).map(([name, member]) => `${printName(name)}: ${printFlat(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
};

const sizeOf = (value: Value): number => {
  if (isList(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : 0;
};

/** Several objects of several members, or lists of several elements, always stand on lines of their own. */
const isMatrix = (values: readonly Value[]): boolean =>
  values.length > 1 &&
  (values.every(isList) || values.every(isObject)) &&
  values.every((value) => sizeOf(value) > 1);

const mustBreak = (value: Value): boolean => {
  if (isList(value)) return isMatrix(value) || value.some(mustBreak);
  return isObject(value) && Object.values(value).some(mustBreak);
};

/** Prettier fills lines with numbers. */
const printNumbers = (values: readonly Value[], indent: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const value of values) {
    const next = line === "" ? `${printFlat(value)},` : `${line} ${printFlat(value)},`;
    if (line !== "" && indent + next.length > WIDTH) {
      lines.push(line);
      line = `${printFlat(value)},`;
    } else line = next;
  }
  return [...lines, line];
};

const spaces = (count: number): string => " ".repeat(count);

const printMember = (name: string, value: Value, indent: number): string => {
  const key = printName(name);
  const text = printFrom(value, indent, key.length + 2);
  const isTooLong =
    typeof value === "string" && key.length > SHORT_NAME && indent + key.length + 2 + text.length + 1 > WIDTH;
  return isTooLong ? `${key}:\n${spaces(indent + INDENT)}${text}` : `${key}: ${text}`;
};

const printBroken = (value: Value, indent: number): string => {
  const inner = indent + INDENT;
  const lines = (open: string, items: readonly string[], close: string): string =>
    [open, ...items.map((item) => `${spaces(inner)}${item}`), `${spaces(indent)}${close}`].join("\n");
  if (isList(value))
    return value.length > 1 && value.every((each) => typeof each === "number")
      ? lines("[", printNumbers(value, inner), "]")
      : lines(
          "[",
          value.map((each) => `${printFrom(each, inner, 0)},`),
          "]",
        );
  if (!isObject(value)) return printFlat(value);
  return lines(
    "{",
    Object.entries(value).map(([name, member]) => `${printMember(name, member, inner)},`),
    "}",
  );
};

/** @param before how many characters stand before it on its line, after the indentation */
const printFrom = (value: Value, indent: number, before: number): string => {
  const flat = printFlat(value);
  const fits = !mustBreak(value) && indent + before + flat.length + 1 <= WIDTH;
  return fits || sizeOf(value) === 0 ? flat : printBroken(value, indent);
};

/** An object with one member on each line. */
export const printObject = (members: Members, indent = 0): string =>
  Object.keys(members).length === 0 ? "{}" : printBroken(members, indent);

/** An import of names, in order. */
export const printImport = (names: readonly string[], from: string): string => {
  const sorted = [...names].sort();
  const flat = `import { ${sorted.join(", ")} } from ${printText(from)};`;
  return flat.length <= WIDTH
    ? flat
    : ["import {", ...sorted.map((name) => `  ${name},`), `} from ${printText(from)};`].join("\n");
};
