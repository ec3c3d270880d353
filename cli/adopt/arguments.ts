/** Live values as arguments: in the order of a table, without what is empty and without what would be refused. */
import type { CheckFailure } from "../../provider/core/check/failure";
import { Code, type Value } from "./source-text";

/** Arguments by name. */
export type Arguments = Readonly<Record<string, Value>>;

/** What a check refuses: the arguments without it, and its names. */
export interface Accepted {
  readonly args: Arguments;
  readonly notes: readonly string[];
  /** Required arguments without a value that can be written: no program can declare this. */
  readonly lacking: readonly string[];
}

/** Who is read by a check but not written by a program. */
const OWN: ReadonlySet<string> = new Set(["selfUrn", "nameGeneration"]);

/** Of a table of arguments: whether each must be there. */
type Presences = Readonly<Record<string, { readonly presence: string }>>;

/** Null, empty text, and an empty list or object mean the same as nothing. */
const isGiven = (value: unknown): boolean => {
  if (value === undefined || value === null || value === "") return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
};

const printable = (value: unknown): Value => {
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== "object" || value === null || value instanceof Code) return value as Value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (isGiven(member) ? [[name, printable(member)]] : [])),
  );
};

/** The values that are given, in this order. */
export const argumentsOf = (names: readonly string[], values: Readonly<Record<string, unknown>>): Arguments =>
  Object.fromEntries(
    names.flatMap((name) => (isGiven(values[name]) ? [[name, printable(values[name])]] : [])),
  );

/**
 * Leaves out what this version would refuse, such as a value that is newer than it: it stays as it is, unmanaged.
 *
 * @param members of the table, which say what must be there
 * @param check finds failures, each of which names its argument
 */
export const accepted = (
  members: Presences,
  args: Arguments,
  check: (args: Arguments) => readonly CheckFailure[],
): Accepted => {
  const refused = new Set(check(args).map(({ property }) => property.split(/[.[]/)[0] ?? ""));
  const left = Object.fromEntries(Object.entries(args).filter(([name]) => !refused.has(name)));
  return {
    args: left,
    lacking: Object.entries(members)
      .filter(([name, { presence }]) => presence === "required" && !OWN.has(name) && !(name in left))
      .map(([name]) => name),
    notes: Object.keys(args)
      .filter((name) => refused.has(name))
      .map((name) => `${name} is not managed: its live value is none that can be written here.`),
  };
};

/** A URN, which a check wants; the program's own is not known yet. */
export const ANY_URN = "urn:pulumi:adopt::adopt::pulumi-nodejs:dynamic/otc:Adopted::adopted";
