/** The conditions of a query by tags. */
import type { Group } from "../model";
import { refuse } from "../refusal";
import { isGiven, isObject, type JsonObject } from "../value";

const HIGHEST_KEYS = 10;
const HIGHEST_VALUES = 10;

/** A key and the values that it may have; no values mean any. */
interface TagCondition {
  readonly key: string;
  readonly values: readonly string[];
}

/** Whether a group is wanted. */
export type Condition = (group: Group) => boolean;

function checkDifferent(items: readonly string[], code: string, what: string): void {
  if (new Set(items).size < items.length) throw refuse(code, `${what} is given twice`);
}

function readValues(value: unknown): readonly string[] {
  if (!isGiven(value)) return [];
  if (!Array.isArray(value) || value.length > HIGHEST_VALUES) {
    throw refuse("AS.7046", `values must be a list of at most ${HIGHEST_VALUES}`);
  }
  const values = value.map((item): string => {
    if (typeof item !== "string") throw refuse("AS.7046", "values must hold texts");
    return item;
  });
  checkDifferent(values, "AS.7054", "a value");
  return values;
}

function readConditions(value: unknown): readonly TagCondition[] {
  if (!isGiven(value)) return [];
  if (!Array.isArray(value) || value.length > HIGHEST_KEYS) {
    throw refuse("AS.7046", `tags must be a list of at most ${HIGHEST_KEYS}`);
  }
  const conditions = value.map((item): TagCondition => {
    if (!isObject(item)) throw refuse("AS.7046", "tags must hold objects");
    const key = item["key"];
    if (!isGiven(key) || key === "") throw refuse("AS.7062", "the key of a tag must be given");
    if (typeof key !== "string") throw refuse("AS.7046", "the key of a tag must be a text");
    return { key, values: readValues(item["values"]) };
  });
  checkDifferent(
    conditions.map(({ key }) => key),
    "AS.7050",
    "a key",
  );
  return conditions;
}

const holds =
  ({ tags }: Group) =>
  ({ key, values }: TagCondition): boolean => {
    const actual = tags.get(key);
    if (actual === undefined) return false;
    const fits = (wanted: string): boolean =>
      wanted.startsWith("*") ? actual.includes(wanted.slice(1)) : actual === wanted;
    return values.length === 0 || values.some(fits);
  };

function readMatches(value: unknown): readonly string[] {
  if (!isGiven(value)) return [];
  if (!Array.isArray(value)) throw refuse("AS.7052", "matches must be a list");
  return value.map((match): string => {
    if (!isObject(match) || match["key"] !== "resource_name" || typeof match["value"] !== "string") {
      throw refuse("AS.7052", "matches must hold the key resource_name and a value");
    }
    return match["value"];
  });
}

/** Reads the conditions of a body. AS.7046, AS.7050, AS.7052, AS.7054, AS.7062. */
export function readCondition(body: JsonObject): Condition {
  const all = readConditions(body["tags"]);
  const any = readConditions(body["tags_any"]);
  const notAll = readConditions(body["not_tags"]);
  const notAny = readConditions(body["not_tags_any"]);
  const names = readMatches(body["matches"]);
  const hasName = ({ settings: { scaling_group_name: name } }: Group): boolean =>
    names.every((wanted) => (wanted === "" ? name === "" : name.includes(wanted)));
  if (body["without_any_tag"] === true) return (group) => group.tags.size === 0 && hasName(group);
  return (group) =>
    hasName(group) &&
    all.every(holds(group)) &&
    (any.length === 0 || any.some(holds(group))) &&
    (notAll.length === 0 || !notAll.every(holds(group))) &&
    !notAny.some(holds(group));
}
