/** Ids and names that are the same for every run with the same seed. */

/** A source of numbers, ids and name endings. */
export interface Random {
  /** At least 0, less than `bound`. */
  integer(bound: number): number;
  /** A random UUID of version 4. */
  uuid(): string;
  /** Eight capitals and digits, as AS appends them to instance names. */
  suffix(): string;
}

const SUFFIX_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** The generator "mulberry32": small, and good enough for names. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param seed the same seed gives the same sequence */
export function seededRandom(seed: number): Random {
  const next = numbers(seed);
  const integer = (bound: number): number => Math.floor(next() * bound);
  return {
    integer,
    uuid: () =>
      "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) =>
        (place === "x" ? integer(16) : 8 + integer(4)).toString(16),
      ),
    suffix: () => Array.from({ length: 8 }, () => SUFFIX_LETTERS.charAt(integer(36))).join(""),
  };
}
