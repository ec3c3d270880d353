/**
 * Failures of single values: what was received and what is allowed.
 *
 * Secrets of the program reach a provider as plain text and the engine masks only those of its configuration, so text
 * is shown only where a program writes a name, an id or a word of the API.
 */
import * as E from "fp-ts/Either";
import { type Members, partOf } from "../codec/structure";
import { type Mismatch, mismatches } from "../decode";
import { isAbsent, type UnknownRecord } from "../record";
import { hasUnknown } from "../unknown";
import type { CheckFailure } from "./failure";

const LONGEST_SHOWN_CHARACTERS = 256;

const count = (size: number, one: string, many: string): string => `${size} ${size === 1 ? one : many}`;

const showText = (value: string, mayBeShown: boolean): string =>
  mayBeShown && value.length <= LONGEST_SHOWN_CHARACTERS
    ? JSON.stringify(value)
    : `text of ${count(value.length, "character", "characters")}`;

const show = (value: unknown, mayBeShown: boolean): string => {
  if (Array.isArray(value)) return `a list of ${count(value.length, "entry", "entries")}`;
  if (typeof value === "string") return showText(value, mayBeShown);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "an object";
};

/** Whether the text at a path, such as `networks[1].id`, may be shown. */
type MayBeShown = boolean | ((path: string) => boolean);

const failureOf =
  (mayBeShown: MayBeShown) =>
  ({ path, expected, found }: Mismatch): CheckFailure => ({
    property: path,
    reason: isAbsent(found)
      ? `${path} is missing: expected ${expected}`
      : `${path} is ${show(found, typeof mayBeShown === "boolean" ? mayBeShown : mayBeShown(path))}: expected ${expected}`,
  });

/** A failure for each place in one argument that is not as it has to be. What holds an unknown is not looked at. */
export const valueFailures = <A>(
  members: Members<A>,
  name: keyof A & string,
  given: UnknownRecord,
  { mayBeShown }: { readonly mayBeShown: MayBeShown },
): readonly CheckFailure[] => {
  const read = partOf<A>("", members, [name]).decode(given);
  return E.isRight(read)
    ? []
    : mismatches(read.left)
        .filter(({ found }) => !hasUnknown(found))
        .map(failureOf(mayBeShown));
};
