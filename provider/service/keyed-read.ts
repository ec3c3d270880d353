/** Reading things that can only be read one at a time, once for everybody who asks within a few seconds. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../core/error";
import type { Clock } from "../wait/clock";
import { createSharedRead, createTimeline, type Moment, type SharedRead } from "./shared-read";

/** Things by their key, such as the instances of a group by its id. */
export interface KeyedRead<One> {
  /** At most a few seconds old, and read after its last invalidation. */
  readonly find: (key: string) => TE.TaskEither<AsError, One>;
  /** By a read that begins after this call. */
  readonly findNow: (key: string) => TE.TaskEither<AsError, One>;
  /** Says that what has been read of this one so far no longer holds. */
  readonly invalidate: (key: string) => void;
}

/** Milliseconds, from the beginning of the read. */
const MAX_AGE_MS = 3000;

/** Shares the reads of each thing. */
export const createKeyedRead = <One>(
  read: (key: string) => TE.TaskEither<AsError, One>,
  clock: Clock,
): KeyedRead<One> => {
  const moment = createTimeline(clock);
  const reads = new Map<string, SharedRead<One>>();
  const invalidations = new Map<string, Moment>();

  const readOf = (key: string): SharedRead<One> => {
    const shared = reads.get(key) ?? createSharedRead(read(key), moment);
    reads.set(key, shared);
    return shared;
  };

  const isCurrent = ({ order, at }: Moment, key: string): boolean =>
    clock.now() - at <= MAX_AGE_MS && order > (invalidations.get(key)?.order ?? 0);

  const findNow = (key: string): TE.TaskEither<AsError, One> =>
    pipe(
      readOf(key).next,
      TE.map(({ value }) => value),
    );

  return {
    find: (key) => () => {
      const latest = readOf(key).latest();
      return latest !== undefined && isCurrent(latest.began, key)
        ? pipe(
            latest.answer,
            TE.map(({ value }) => value),
          )()
        : findNow(key)();
    },
    findNow,
    invalidate: (key) => {
      invalidations.set(key, moment());
    },
  };
};
