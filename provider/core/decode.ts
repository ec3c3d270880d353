/**
 * Reading an io-ts failure: where it is, what was expected there, and what was found.
 *
 * io-ts's own reporter prints the values it refused. A response may hold somebody's secret, so the value is
 * kept apart here and only `check` (which talks to the person who wrote the value) may show it.
 */
import type * as t from "io-ts";

/** One place in which a value does not have the expected form. */
export interface Mismatch {
  /** Path from the root, such as `networks[1].id`; empty for the root itself. */
  readonly path: string;
  /** The name of the codec that refused, which reads as "expected …". */
  readonly expected: string;
  /** The refused value. Never put into an error about a response. */
  readonly found: unknown;
}

const isIndex = (key: string): boolean => /^\d+$/.test(key);

const pathOf = (context: t.Context): string =>
  context
    .map((entry) => entry.key)
    .filter((key) => key !== "")
    .reduce((path, key) => (isIndex(key) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`), "");

const mismatch = (error: t.ValidationError): Mismatch => ({
  path: pathOf(error.context),
  expected: error.context.at(-1)?.type.name ?? "another value",
  found: error.value,
});

/** All mismatches of a failed decoding, each place once. */
export const mismatches = (errors: t.Errors): readonly Mismatch[] => {
  const seen = new Map<string, Mismatch>();
  for (const found of errors.map(mismatch)) if (!seen.has(found.path)) seen.set(found.path, found);
  return [...seen.values()];
};
