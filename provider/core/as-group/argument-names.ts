/** Names that are not arguments, and what was probably meant. */
import { isAbsent, recordOf, type UnknownRecord } from "../record";
import { type ArgumentName, argumentNames, nestedNames } from "./arguments";
import type { CheckFailure } from "./check-failure";
import type { AsGroup } from "./model";
import type { Place } from "./outputs";

type OutputName = Exclude<keyof AsGroup, ArgumentName> | keyof Place;

const outputs: Readonly<Record<OutputName, true>> = {
  scalingGroupId: true,
  scalingGroupStatus: true,
  scalingConfigurationName: true,
  currentInstanceNumber: true,
  createTime: true,
  detail: true,
  isScaling: true,
  activityType: true,
  cloudLocationId: true,
  projectId: true,
  region: true,
};

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

/** Names that the shell passes and no program writes. */
const ownNames: readonly string[] = ["selfUrn", "nameGeneration"] satisfies readonly ArgumentName[];
const writable: readonly string[] = argumentNames.filter((name) => !ownNames.includes(name));

const known: Readonly<Record<string, true>> = Object.fromEntries(argumentNames.map((name) => [name, true]));

const topLevel = (given: UnknownRecord): readonly CheckFailure[] =>
  Object.entries(given)
    .filter(([name, value]) => !isAbsent(value) && name !== ENGINE_NAME && !Object.hasOwn(known, name))
    .map(([name]) =>
      Object.hasOwn(outputs, name)
        ? {
            property: name,
            reason: `${name} is an output of the AS group and cannot be given as an argument`,
          }
        : unknownName(name, name, writable, "an argument of the AS group"),
    );

/** An argument that holds objects, as those objects with their paths. */
const objectsIn = (name: string, value: unknown): readonly (readonly [string, unknown])[] =>
  Array.isArray(value) ? value.map((entry: unknown, index) => [`${name}[${index}]`, entry]) : [[name, value]];

const inside = (name: ArgumentName, value: unknown, names: readonly string[]): readonly CheckFailure[] =>
  objectsIn(name, value).flatMap(([path, object]) =>
    Object.entries(recordOf(object))
      .filter(([member, given]) => !isAbsent(given) && !names.includes(member))
      .map(([member]) => unknownName(`${path}.${member}`, member, names, `a member of ${path}`)),
  );

/** A failure for each given name that is not an argument, at the top and inside arguments. */
export const checkNames = (given: UnknownRecord): readonly CheckFailure[] => [
  ...topLevel(given),
  ...argumentNames.flatMap((name) => {
    const names = nestedNames[name];
    return names === undefined ? [] : inside(name, given[name], names);
  }),
];
