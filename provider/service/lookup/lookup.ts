/** A look-up as data: what may be asked, what it is about, and how it is answered. */
import * as TE from "fp-ts/TaskEither";
import type { AsClient } from "../../api/client";
import { type AsError, notFound, stopped } from "../../core/error";
import type { LookupArguments } from "../../core/lookup/arguments";

/** A look-up. */
export interface Lookup<Args, Result> {
  /** What the program calls, such as `getAsInstances`. */
  readonly name: string;
  readonly args: LookupArguments<Args>;
  /** What is looked up, such as `instances`; absent when it is the object itself. */
  readonly what?: string;
  /** The object that the arguments name, such as `AS group 62c26ad7-…`; undefined when they name none. */
  readonly object: (args: Args) => string | undefined;
  readonly find: (client: AsClient) => (args: Args) => TE.TaskEither<AsError, Result>;
}

/** For messages. */
export const groupObject = ({ scalingGroupId }: { readonly scalingGroupId?: string }): string | undefined =>
  scalingGroupId === undefined ? undefined : `AS group ${scalingGroupId}`;

/** What a listing by name has found; names are not unique in AS. */
export const theOnly = <A>(
  found: readonly A[],
  idOf: (one: A) => string,
  what: string,
  operation: string,
): TE.TaskEither<AsError, A> => {
  const [only, ...others] = found;
  if (only === undefined) return TE.left(notFound({ operation }));
  return others.length === 0
    ? TE.right(only)
    : TE.left(
        stopped(`there are ${found.length} ${what} of this name: ${found.map(idOf).join(", ")}`, [
          "look it up by its ID",
        ]),
      );
};
