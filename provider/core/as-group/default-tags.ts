/**
 * Tags that every AS group of a stack gets: `otc:defaultTags` of the stack configuration. A tag of the program wins over
 * a default one with the same key.
 */
import * as E from "fp-ts/Either";
import { isAbsent, isRecord, recordOf, type UnknownRecord } from "../record";
import type { Tags } from "./model";
import { tagProblems } from "./tags";

/** The key of the stack configuration. */
export const DEFAULT_TAGS = "otc:defaultTags";

const NOT_AN_OBJECT = `is not an object of keys and values: set each with \`pulumi config set --path '${DEFAULT_TAGS}.KEY' VALUE\``;

/** `pulumi config set --path` writes `true` and `12` as what they look like. */
const asText = (value: unknown): unknown =>
  typeof value === "boolean" || typeof value === "number" ? String(value) : value;

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Reads the default tags.
 *
 * @param json objects of the stack configuration arrive as JSON
 * @returns the tags, or what is wrong with them in words that hold no key and no value
 */
export const readDefaultTags = (json: string | undefined): E.Either<readonly string[], Tags> => {
  if (json === undefined || json.trim() === "") return E.right({});
  const value = parsed(json);
  if (!isRecord(value)) return E.left([NOT_AN_OBJECT]);
  const tags = Object.fromEntries(Object.entries(value).map(([key, text]) => [key, asText(text)]));
  const problems = tagProblems(tags);
  // Without a problem, every value is text.
  return problems.length === 0 ? E.right(tags as Tags) : E.left(problems);
};

/**
 * Arguments with the default tags. Tags that are not known as a whole, or are none, stay as they are: the first are
 * merged by `up`, the others are refused.
 */
export const withDefaultTags = <Args extends UnknownRecord>(args: Args, defaults: Tags): Args => {
  const { tags } = args;
  if (Object.keys(defaults).length === 0 || !(isAbsent(tags) || isRecord(tags))) return args;
  const given = Object.entries(recordOf(tags)).filter(([, value]) => !isAbsent(value));
  return { ...args, tags: Object.fromEntries([...Object.entries(defaults), ...given]) };
};
