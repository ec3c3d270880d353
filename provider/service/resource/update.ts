/** Brings a live object to what the program wants. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { notFound, stopped, type AsError } from "../../core/error";
import type { OwnArguments } from "../../core/resource/arguments";
import { compareResource, type ResourceComparison } from "../../core/resource/compare";
import { describeChange } from "../../core/resource/decide";
import type { Recorded } from "../../core/resource/recorded";
import type { ResourceEnvironment, ResourceOperation } from "./environment";
import type { Kind } from "./kind";
import { written } from "./written";

/** An object that has to be there. */
const readLive = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  id: string,
): TE.TaskEither<AsError, Live> =>
  pipe(
    kind.find(environment, id),
    TE.chain(TE.fromOption((): AsError => notFound({ operation: `read ${kind.title}` }))),
  );

/** A preview would have announced a replacement; what needs one now has come to be since. */
const withoutReplacement = ({ changes }: ResourceComparison): TE.TaskEither<AsError, void> => {
  const fixed = changes.filter(({ needs }) => needs === "replace");
  return fixed.length === 0
    ? TE.right(undefined)
    : TE.left(
        stopped(
          `it was changed meanwhile in what cannot change back: ${fixed.map(describeChange).join(", ")}`,
          ["run `pulumi up` again: it announces a replacement"],
        ),
      );
};

/**
 * Brings the live object to what the program wants: one look, the writes that are needed, and one look afterwards.
 *
 * @param before the arguments as they were last applied, where they are recorded
 */
export const convergeResource = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  id: string,
  args: Args,
  recorded: Recorded,
  before: Partial<Args> = {},
): TE.TaskEither<AsError, Live> =>
  pipe(
    readLive(kind, operation.environment, id),
    TE.chain((live) => {
      const comparison = compareResource(kind.fields, { known: args, unknown: [] }, recorded, live, before);
      if (comparison.changes.length === 0) return TE.right(live);
      return pipe(
        withoutReplacement(comparison),
        TE.chain(() =>
          written(kind, operation, id, kind.update(operation, id, args, comparison.changes, before)),
        ),
        TE.chain(() => readLive(kind, operation.environment, id)),
      );
    }),
  );
