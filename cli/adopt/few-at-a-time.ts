/** Readings of many objects without a flood of calls. */
import * as RA from "fp-ts/ReadonlyArray";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";

const AT_A_TIME = 5;

/** Does the same for all, for five at a time, and gives the results in the order of the items. */
export const fewAtATime =
  <A, E, B>(task: (item: A) => TE.TaskEither<E, B>) =>
  (items: readonly A[]): TE.TaskEither<E, readonly B[]> =>
    pipe(items, RA.chunksOf(AT_A_TIME), TE.traverseSeqArray(TE.traverseArray(task)), TE.map(RA.flatten));
