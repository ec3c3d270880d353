/**
 * Checks the arguments of a resource before anything is asked of the service: all failures at once, unknown values
 * untouched, and no default filled in but the name.
 */
import * as E from "fp-ts/Either";
import type { CheckFailure } from "../check/failure";
import { checkNames, type NestedNames } from "../check/names";
import { valueFailures } from "../check/values";
import { partOf } from "../codec/structure";
import { physicalName } from "../physical-name";
import { isAbsent, membersGiven, recordOf, type UnknownRecord } from "../record";
import { hasUnknown, UNKNOWN } from "../unknown";
import { type ArgumentTable, filledNames, timeoutNames } from "./arguments";

/** What a check has to know about a kind of resource. */
export interface CheckedKind<Args> {
  /** Such as `AS policy`. */
  readonly title: string;
  readonly table: ArgumentTable<Args>;
  /** The argument that gets a derived name when the program gives none. */
  readonly nameArgument?: keyof Args & string;
  /**
   * Most characters of a derived name.
   *
   * @default 64
   */
  readonly longestName?: number;
  /**
   * What a derived name depends on besides the resource, when it is not how often the object was replaced.
   *
   * @default - the generation of the name
   */
  readonly nameMark?: (args: Partial<Args>) => string;
  /** Names of the members of arguments that are objects, or lists of them. */
  readonly nested: Readonly<Record<string, NestedNames>>;
  /** Arguments whose text must not be shown: free text and secrets. */
  readonly hiddenArguments: readonly (keyof Args & string)[];
  /** Parts of other arguments whose text must not be shown, such as `instanceConfig.userData`. */
  readonly hiddenParts?: readonly string[];
  /** Names of outputs that are no arguments. */
  readonly outputNames: readonly string[];
  /**
   * Failures of rules between arguments.
   *
   * @param sound names of the arguments that are known and keep the rules of their own; one that is not given does
   * @param given names of the arguments that the program gives: a name that is derived is none of them
   */
  readonly rules: (
    sound: readonly string[],
    values: Partial<Args>,
    given: readonly string[],
  ) => readonly CheckFailure[];
}

/** What a check answers to the engine. */
export interface CheckResult {
  readonly inputs: Record<string, unknown>;
  readonly failures: readonly CheckFailure[];
}

const isGeneration = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const generationIn = (olds: UnknownRecord, generation: number): number =>
  isGeneration(olds["nameGeneration"]) ? olds["nameGeneration"] : generation;

/** The name that the program chose, else the one that the object has, else a derived one. An adopted object has one. */
const nameFor = (
  name: string,
  olds: UnknownRecord,
  news: UnknownRecord,
  derived: (urn: string) => string,
): unknown => {
  if (!isAbsent(news[name])) return news[name];
  if (typeof olds[name] === "string") return olds[name];
  if (!isAbsent(news["adoptId"])) return undefined;
  return typeof news["selfUrn"] === "string" ? derived(news["selfUrn"]) : undefined;
};

const soundIn = <Args>(
  { names, members }: ArgumentTable<Args>,
  given: UnknownRecord,
): { readonly names: readonly string[]; readonly values: Partial<Args> } => {
  const read = names.flatMap((name) => {
    const one = partOf<Args>("", members, [name]).decode(given);
    return E.isRight(one) && !hasUnknown(given[name]) ? [{ name, value: one.right }] : [];
  });
  return {
    names: read.map(({ name }) => name),
    values: Object.assign({}, ...read.map(({ value }) => value)) as Partial<Args>,
  };
};

const failuresIn = <Args>(
  kind: CheckedKind<Args>,
  inputs: UnknownRecord,
  given: readonly string[],
): readonly CheckFailure[] => {
  const { title, table, nested, outputNames, hiddenArguments, hiddenParts = [], rules } = kind;
  const own: readonly string[] = filledNames;
  const sound = soundIn(table, inputs);
  return [
    ...checkNames(
      {
        resource: `the ${title}`,
        writable: table.names.filter((name) => !own.includes(name)),
        own,
        nested: { ...nested, timeouts: timeoutNames },
        outputs: outputNames,
      },
      inputs,
    ),
    ...table.names.flatMap((name) =>
      valueFailures(table.members, name, inputs, {
        mayBeShown: (path) =>
          !hiddenArguments.includes(name) &&
          !hiddenParts.some((part) => path.startsWith(part) || part.startsWith(path)),
      }),
    ),
    ...rules(sound.names, sound.values, given),
  ];
};

/**
 * Checks new arguments.
 *
 * @param olds arguments that were checked before; none on create and for the new half of a replacement
 * @param news arguments as the program gives them
 * @param generation of the derived name, when the old arguments hold none
 */
export const checkResource = <Args>(
  kind: CheckedKind<Args>,
  olds: unknown,
  news: unknown,
  generation: number,
): CheckResult => {
  const before = recordOf(olds);
  const given = membersGiven(recordOf(news));
  const nameGeneration = generationIn(before, generation);
  const { nameArgument, longestName } = kind;
  const derived = (urn: string): string => {
    if (kind.nameMark === undefined) return physicalName(urn, nameGeneration, longestName);
    return hasUnknown(given)
      ? UNKNOWN
      : physicalName(urn, kind.nameMark(kind.table.readable(given)), longestName);
  };
  const inputs = membersGiven({
    ...given,
    nameGeneration,
    ...(nameArgument === undefined ? {} : { [nameArgument]: nameFor(nameArgument, before, given, derived) }),
  });
  return { inputs, failures: failuresIn(kind, inputs, Object.keys(given)) };
};
