/** Names that are not arguments of a resource, and what was probably meant. */
import { isAbsent, recordOf, type UnknownRecord } from "../record";
import type { CheckFailure } from "./failure";

/** Names of the members of an object, and of the objects inside it. */
export type NestedNames = readonly string[] | NameTree;

interface NameTree {
  readonly names: readonly string[];
  readonly inner: Readonly<Record<string, NestedNames>>;
}

const isTree = (nested: NestedNames): nested is NameTree => "inner" in nested;

/** The names that a resource knows. */
export interface NameTable {
  /** Such as `the AS group`. */
  readonly resource: string;
  /** Arguments that a program may write. */
  readonly writable: readonly string[];
  /** Arguments that the resource passes itself. */
  readonly own: readonly string[];
  /** Names of the members of arguments that are objects, or lists of them. */
  readonly nested: Readonly<Record<string, NestedNames>>;
  readonly outputs: readonly string[];
}

/** What the engine adds to every bag of a dynamic resource. */
const ENGINE_NAME = "__provider";

/** Capital letters and underscores do not make a name another name: the API itself writes `cool_down_time`. */
const folded = (name: string): string => name.replaceAll("_", "").toLowerCase();

/** How many letters must be added, removed or exchanged to get from one word to the other (Levenshtein). */
const distance = (from: string, to: string): number => {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 0; row < from.length; row += 1) {
    const current = [row + 1];
    for (let column = 0; column < to.length; column += 1) {
      const exchanged = (previous[column] ?? 0) + (from[row] === to[column] ? 0 : 1);
      const shifted = Math.min(previous[column + 1] ?? 0, current[column] ?? 0) + 1;
      current.push(Math.min(exchanged, shifted));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
};

const LONGEST_COMPARED = 64;

/** The name that was probably meant: at most a third of its letters differ. */
const nearest = (name: string, names: readonly string[]): string | undefined => {
  const wanted = folded(name.slice(0, LONGEST_COMPARED));
  const [best] = names
    .map((candidate) => ({ candidate, off: distance(wanted, folded(candidate)) }))
    .filter(({ candidate, off }) => off <= candidate.length / 3)
    .sort((one, other) => one.off - other.off);
  return best?.candidate;
};

const unknownName = (
  property: string,
  name: string,
  names: readonly string[],
  what: string,
): CheckFailure => {
  const meant = nearest(name, names);
  return {
    property,
    reason:
      meant === undefined
        ? `${property} is not ${what}: expected one of ${names.join(", ")}`
        : `${property} is not ${what}: did you mean ${meant}?`,
  };
};

const topLevel = (table: NameTable, given: UnknownRecord): readonly CheckFailure[] => {
  const known = new Set([...table.writable, ...table.own, ENGINE_NAME]);
  return Object.entries(given)
    .filter(([name, value]) => !isAbsent(value) && !known.has(name))
    .map(([name]) =>
      table.outputs.includes(name)
        ? {
            property: name,
            reason: `${name} is an output of ${table.resource} and cannot be given as an argument`,
          }
        : unknownName(name, name, table.writable, `an argument of ${table.resource}`),
    );
};

/** An argument that holds objects, as those objects with their paths. */
const objectsIn = (name: string, value: unknown): readonly (readonly [string, unknown])[] =>
  Array.isArray(value) ? value.map((entry: unknown, index) => [`${name}[${index}]`, entry]) : [[name, value]];

const inside = (name: string, value: unknown, nested: NestedNames): readonly CheckFailure[] => {
  const { names, inner } = isTree(nested) ? nested : { names: nested, inner: {} };
  return objectsIn(name, value).flatMap(([path, object]) => [
    ...Object.entries(recordOf(object))
      .filter(([member, given]) => !isAbsent(given) && !names.includes(member))
      .map(([member]) => unknownName(`${path}.${member}`, member, names, `a member of ${path}`)),
    ...Object.entries(inner).flatMap(([member, deeper]) =>
      inside(`${path}.${member}`, recordOf(object)[member], deeper),
    ),
  ]);
};

/** A failure for each given name that is not an argument, at the top and inside arguments. */
export const checkNames = (table: NameTable, given: UnknownRecord): readonly CheckFailure[] => [
  ...topLevel(table, given),
  ...Object.entries(table.nested).flatMap(([name, names]) => inside(name, given[name], names)),
];
