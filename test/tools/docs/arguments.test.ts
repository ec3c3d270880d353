/** The tables of arguments in the README say what the code says. */
import * as E from "fp-ts/Either";
import { expect, test } from "vitest";
import { argumentNames, decodeArguments, type ArgumentName } from "../../../provider/core/as-group/arguments";
import { check } from "../../../provider/core/as-group/check";
import { fields, type Field } from "../../../provider/core/as-group/fields";
import type { ModifiableField } from "../../../provider/core/as-group/model";
import { formatDuration } from "../../../provider/core/duration";
import { least, URN } from "../../support/program-arguments";
import { readPage, tableBelow } from "./support/pages";

const readme = readPage("README.md");

/** The resource passes these itself. */
const writable = argumentNames.filter((name) => name !== "selfUrn" && name !== "nameGeneration");

const required = check({}, { selfUrn: URN }, 0).failures.map(({ property }) => property);

/** What decoding fills in: the defaults of arguments that exist in the program only. */
const filledIn = (): Readonly<Record<string, unknown>> => {
  const given = check({}, least(), 0).inputs;
  const decoded = decodeArguments(given);
  if (E.isLeft(decoded)) throw new Error("the least arguments are not valid");
  return Object.fromEntries(Object.entries(decoded.right).filter(([name]) => !(name in given)));
};

const isField = (name: ArgumentName): name is ModifiableField & ArgumentName => name in fields;
const fieldOf = (name: ModifiableField): Field<unknown> => fields[name] as Field<unknown>;

const show = (value: unknown): string => {
  if (typeof value === "string") return value === "" ? "none" : JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? "none" : JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${name}: ${JSON.stringify(typeof member === "number" ? formatDuration(member) : member)}`,
  );
  return `{ ${members.join(", ")} }`;
};

/** A note below the table says what the class depends on. */
const lockClassOf = (name: ArgumentName): string => {
  if (!isField(name)) return name === "vpcId" ? "fixed" : "free";
  const { lockClass, lockClassOf: depends } = fieldOf(name);
  return depends === undefined ? lockClass : `${lockClass} ¹`;
};

/** Where the code has no value, because something else decides, words stand behind a dash. */
const IN_WORDS = expect.stringMatching(/^– \S/) as string;

const defaultOf = (name: ArgumentName): string => {
  if (required.includes(name)) return "required";
  const own = filledIn()[name];
  if (own !== undefined) return show(own);
  if (!isField(name)) return IN_WORDS;
  const { whenRemoved } = fieldOf(name);
  if (whenRemoved === "kept") return IN_WORDS;
  const [alone, balanced] = [false, true].map((each) =>
    show(whenRemoved({ zonesAreOrdered: false, balanced: each })),
  );
  return alone === balanced ? String(alone) : `${String(alone)}, with a load balancer ${String(balanced)}`;
};

test("the table lists every argument once, with its lock class and its default", () => {
  const rows = tableBelow(readme, "Arguments").map(([name, , lockClass, byDefault]) => [
    name,
    lockClass,
    byDefault,
  ]);
  const byName = (one: readonly unknown[], other: readonly unknown[]): number =>
    String(one[0]).localeCompare(String(other[0]));
  expect(rows.sort(byName)).toEqual(
    writable.map((name) => [name, lockClassOf(name), defaultOf(name)]).sort(byName),
  );
});

test.each(["lockedChange", "deleteMode", "desireInstanceNumberMode", "waitFor"])(
  "the table of %s explains every mode",
  (name) => {
    const [failure] = check({}, least({ [name]: "?" }), 0).failures;
    const modes = failure?.reason.split("expected one of ")[1]?.split(", ");
    expect(tableBelow(readme, name).map(([mode]) => mode)).toEqual(
      modes?.map((mode) => JSON.stringify(mode)),
    );
  },
);
