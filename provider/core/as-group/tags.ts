/**
 * Tags of an AS group. A key or a value may be confidential, so a failure says only which tag it concerns.
 *
 * @see as_06_1003
 */
import * as t from "io-ts";
import { type Decoder, decoder } from "../codec/decoder";
import { isAbsent, isRecord, type UnknownRecord } from "../record";
import { UNKNOWN } from "../unknown";
import type { Tags } from "./model";

/** Keys that begin like this belong to this package. */
export const RESERVED_TAG_PREFIX = "pulumi-";

/** A group holds no more (AS.7045). */
export const MOST_TAGS = 10;
const LONGEST_KEY = 36;
const LONGEST_VALUE = 43;
const ALLOWED = /^[A-Za-z0-9_@-]*$/;
const ALLOWED_WORDS = "letters, digits, - _ @";

const keyProblem = (key: string): string | undefined => {
  if (key.length < 1 || key.length > LONGEST_KEY)
    return `has a key of ${key.length} characters: 1 to ${LONGEST_KEY} are allowed`;
  if (!ALLOWED.test(key)) return `has a key with other characters than ${ALLOWED_WORDS}`;
  if (key.startsWith(RESERVED_TAG_PREFIX))
    return `has a key that begins with ${RESERVED_TAG_PREFIX}, which is reserved for this package`;
  return undefined;
};

const valueProblem = (value: unknown): string | undefined => {
  if (typeof value !== "string") return "has a value that is not text";
  if (value === UNKNOWN) return undefined;
  if (value.length > LONGEST_VALUE)
    return `has a value of ${value.length} characters: 0 to ${LONGEST_VALUE} are allowed`;
  if (!ALLOWED.test(value)) return `has a value with other characters than ${ALLOWED_WORDS}`;
  return undefined;
};

const given = (value: UnknownRecord): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, member]) => !isAbsent(member));

/** What is wrong with these tags, in words that hold no key and no value. Unknown values are not looked at. */
export const tagProblems = (value: unknown): readonly string[] => {
  if (!isRecord(value)) return ["expected an object of keys and values"];
  const entries = given(value);
  const tooMany =
    entries.length > MOST_TAGS ? [`${entries.length} tags: at most ${MOST_TAGS} are allowed`] : [];
  const perTag = entries.flatMap(([key, tagValue], index) =>
    [keyProblem(key), valueProblem(tagValue)].flatMap((problem) =>
      problem === undefined ? [] : [`tag ${index + 1} of ${entries.length} ${problem}`],
    ),
  );
  return [...tooMany, ...perTag];
};

const isTags = (value: unknown): value is Tags => tagProblems(value).length === 0;

/** Tags by key. A failure's path never names a key. */
export const tags: Decoder<Tags> = decoder(
  `at most ${MOST_TAGS} tags, keys of 1 to ${LONGEST_KEY} and values of 0 to ${LONGEST_VALUE} ${ALLOWED_WORDS}`,
  (value, context) =>
    isTags(value) ? t.success(Object.fromEntries(given(value)) as Tags) : t.failure(value, context),
);
