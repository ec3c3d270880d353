/** What empty fields look like on the wire, see the variant `nullness`. */
import type { Variants } from "./variants";

/**
 * The given fields with those that are empty (text or list) in the form of the variant: null, left out, or
 * as they are.
 */
export function withEmpty(
  variants: Variants,
  fields: Readonly<Record<string, string | readonly unknown[]>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      if (value.length > 0 || variants.nullness === "empty") return [[name, value]];
      return variants.nullness === "null" ? [[name, null]] : [];
    }),
  );
}
