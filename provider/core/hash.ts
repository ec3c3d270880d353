/** A small stable hash for names and marks. */

/**
 * FNV-1a, 32 bits, over the UTF-8 bytes. It tells names apart and is not meant to resist anybody.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export const fnv1a = (text: string): number =>
  new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
