/** Objects that were replaced and stay for a way back: which are there, and which is what the program wants again. */
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import type { OwnArguments } from "../../core/resource/arguments";
import type { KeptObject } from "../../core/resource/kept";
import type { WayBack } from "../../core/resource/life";
import { isForbidden } from "../forbidden";
import type { ResourceEnvironment } from "./environment";
import type { Kind } from "./kind";

/** A kept object that exists. */
export interface FoundObject<Live> extends KeptObject {
  /** None when nobody may read it. */
  readonly live: O.Option<Live>;
}

/** Those of the objects that exist. */
export const findKept = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  kept: readonly KeptObject[],
): TE.TaskEither<AsError, readonly FoundObject<Live>[]> =>
  pipe(
    kept,
    RA.traverse(TE.ApplicativeSeq)((object) =>
      pipe(
        kind.find(environment, object.id),
        TE.map(O.map((live): FoundObject<Live> => ({ ...object, live: O.some(live) }))),
        // What nobody may read is not known to be gone.
        TE.orElse((error) =>
          isForbidden(error) ? TE.right(O.some({ ...object, live: O.none })) : TE.left(error),
        ),
      ),
    ),
    TE.map(RA.compact),
  );

/** The one that is what the program wants again. Where none is to be kept there is no way back: they all go. */
export const wayBack = <Args extends OwnArguments, Live>(
  { keeping, fields, nameArgument }: Kind<Args, Live>,
  args: Partial<Args>,
  found: readonly FoundObject<Live>[],
): O.Option<WayBack> => {
  if (keeping === undefined || keeping.most(args) === 0) return O.none;
  const mark = keeping.mark(args);
  return pipe(
    found,
    RA.findFirstMap(({ id, mark: recorded, live }) =>
      pipe(
        live,
        O.filter((there) => recorded === mark && keeping.isWanted(args, there)),
        O.map((there) => {
          const name = nameArgument === undefined ? undefined : fields[nameArgument]?.live(there);
          return { id, ...(typeof name === "string" ? { name } : {}) };
        }),
      ),
    ),
  );
};
