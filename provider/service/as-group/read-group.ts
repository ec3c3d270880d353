/** Reads one group now. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroup } from "../../core/as-group/model";
import { notFound, type AsError } from "../../core/error";
import type { AsGroupEnvironment } from "./environment";

/** A group that has to be there. */
export const readGroup = (
  { live }: Pick<AsGroupEnvironment, "live">,
  id: string,
): TE.TaskEither<AsError, AsGroup> =>
  pipe(
    live.fresh([id]),
    TE.chain((groups) =>
      pipe(
        groups.get(id) ?? O.none,
        TE.fromOption((): AsError => notFound({ operation: "read AS group" })),
      ),
    ),
  );
