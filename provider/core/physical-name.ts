/**
 * The name of an object in the service when the program gives none.
 *
 * It is derived and not drawn at random: a create that was killed leaves no trace in the state, and the next run finds
 * the object only by computing the same name again.
 */

import { fnv1a } from "./hash";

const LONGEST_NAME = 64;
const HASH_DIGITS = 7;

/** Folds 32 bits to 28, as the authors of FNV recommend for shorter hashes. */
const sevenHexDigits = (hash: number): string =>
  ((hash >>> 28) ^ (hash & 0x0fffffff)).toString(16).padStart(HASH_DIGITS, "0");

const logicalName = (urn: string): string => urn.split("::").at(-1) ?? "";

const sanitised = (name: string, longest: number): string =>
  name.replace(/[^A-Za-z0-9_-]/g, "-").slice(0, longest - HASH_DIGITS - 1);

/**
 * `<logical name>-<7 hex digits>`, characters of `A-Za-z0-9_-`.
 *
 * @param urn the resource's URN; its last part is the logical name
 * @param mark what tells objects of one resource apart: a number that moves on when the object is replaced, so that the
 *   new one can stand beside the old one, or what the object holds
 * @param longest most characters that the name may have
 */
export const physicalName = (urn: string, mark: number | string, longest = LONGEST_NAME): string =>
  `${sanitised(logicalName(urn), longest)}-${sevenHexDigits(fnv1a(`${mark}#${urn}`))}`;
