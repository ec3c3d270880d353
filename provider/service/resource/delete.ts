/** Deletes an object; ends only when it is gone. */
import * as O from "fp-ts/Option";
import * as RA from "fp-ts/ReadonlyArray";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../../core/error";
import type { OwnArguments } from "../../core/resource/arguments";
import { isAmbiguous } from "../as-group/ambiguous";
import type { ResourceOperation } from "./environment";
import type { Kind } from "./kind";
import { written } from "./written";

/** Deletes the object. One that is gone already, or is gone after an answer that was lost, is deleted. */
const deleteResource = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  id: string,
  recorded: Partial<Args>,
): TE.TaskEither<AsError, void> =>
  pipe(
    written(kind, operation, id, kind.remove(operation, id, recorded)),
    TE.map(() => undefined),
    TE.orElse((error) => {
      if (error._tag === "NotFound") return TE.right(undefined);
      if (!isAmbiguous(error)) return TE.left(error);
      return pipe(
        kind.find(operation.environment, id),
        TE.chain((live) => (O.isNone(live) ? TE.right(undefined) : TE.left(error))),
      );
    }),
  );

/** Deletes one object after the other. */
export const deleteAll = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  operation: ResourceOperation,
  ids: readonly string[],
  recorded: Partial<Args>,
): TE.TaskEither<AsError, void> =>
  pipe(
    ids,
    RA.traverse(TE.ApplicativeSeq)((id) => deleteResource(kind, operation, id, recorded)),
    TE.map(() => undefined),
  );
