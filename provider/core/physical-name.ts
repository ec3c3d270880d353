/**
 * The name of an AS group in the service when the program gives none.
 *
 * It is derived and not drawn at random: a create that was killed leaves no trace in the state, and the next run finds
 * the group only by computing the same name again.
 */

const LONGEST_NAME = 64;
const HASH_DIGITS = 7;

/**
 * FNV-1a, 32 bits, over the UTF-8 bytes. It tells names apart and is not meant to resist anybody.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export const fnv1a = (text: string): number =>
  new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

/** Folds 32 bits to 28, as the authors of FNV recommend for shorter hashes. */
const sevenHexDigits = (hash: number): string =>
  ((hash >>> 28) ^ (hash & 0x0fffffff)).toString(16).padStart(HASH_DIGITS, "0");

const logicalName = (urn: string): string => urn.split("::").at(-1) ?? "";

const sanitised = (name: string): string =>
  name.replace(/[^A-Za-z0-9_-]/g, "-").slice(0, LONGEST_NAME - HASH_DIGITS - 1);

/**
 * `<logical name>-<7 hex digits>`, at most 64 characters of `A-Za-z0-9_-`.
 *
 * @param urn the resource's URN; its last part is the logical name
 * @param generation moves on when the group is replaced, so that the new group can stand beside the old one
 */
export const physicalName = (urn: string, generation: number): string =>
  `${sanitised(logicalName(urn))}-${sevenHexDigits(fnv1a(`${generation}#${urn}`))}`;
