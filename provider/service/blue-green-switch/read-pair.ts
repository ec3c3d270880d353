/** Reads both groups of a pair. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { groupIdsOf, type Pair } from "../../core/blue-green-switch/model";
import { notFound, stopped, type AsError } from "../../core/error";
import type { LiveGroups } from "../live-groups";

/** The ids of the groups, or why there are none. */
const idsIn = (id: string): TE.TaskEither<AsError, { readonly blue: string; readonly green: string }> => {
  const ids = groupIdsOf(id);
  return ids === undefined
    ? TE.left(
        stopped(`${JSON.stringify(id.slice(0, 100))} is not the id of a blue-green switch`, [
          "write it as <id of the blue AS group>/<id of the green AS group>",
        ]),
      )
    : TE.right(ids);
};

/** Both groups, perhaps from a reading that is shared; none when one of them is gone. */
export const findPair = (live: LiveGroups, id: string): TE.TaskEither<AsError, O.Option<Pair>> =>
  pipe(
    idsIn(id),
    TE.chain((ids) =>
      pipe(
        TE.Do,
        TE.apS("blue", live.find(ids.blue)),
        TE.apS("green", live.find(ids.green)),
        TE.map(({ blue, green }) =>
          O.isSome(blue) && O.isSome(green) ? O.some({ blue: blue.value, green: green.value }) : O.none,
        ),
      ),
    ),
  );

/** Both groups by a reading that begins now. */
export const readPair = (live: LiveGroups, id: string): TE.TaskEither<AsError, Pair> =>
  pipe(
    idsIn(id),
    TE.chain(({ blue, green }) => {
      live.invalidate(blue);
      live.invalidate(green);
      return findPair(live, id);
    }),
    TE.chain(TE.fromOption((): AsError => notFound({ operation: "read the AS groups of the switch" }))),
  );
