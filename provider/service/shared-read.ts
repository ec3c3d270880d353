/** One read for everybody who wants to know the same thing at about the same time. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../core/error";
import type { Clock } from "../wait/clock";

/** A point in time that has a place in an order, also within one millisecond. */
export interface Moment {
  readonly order: number;
  /** Milliseconds on the clock. */
  readonly at: number;
}

/** Gives moments, each later than the one before. */
export type Timeline = () => Moment;

/** A timeline on a clock. */
export const createTimeline = (clock: Clock): Timeline => {
  let order = 0;
  return () => {
    order += 1;
    return { order, at: clock.now() };
  };
};

/** A value, with the moment at which the read that found it began: it is at least that new. */
export interface Dated<A> {
  readonly began: Moment;
  readonly value: A;
}

/** A read that has begun, and may still be under way. */
interface Reading<A> {
  readonly began: Moment;
  readonly answer: TE.TaskEither<AsError, Dated<A>>;
}

/** A read that is shared. */
export interface SharedRead<A> {
  /** The latest read that has begun, unless it failed. */
  readonly latest: () => Reading<A> | undefined;
  /**
   * A read that begins after this call: after the one under way has ended, or else at once. Everybody who asks before
   * it begins shares it, so that no two are under way together.
   */
  readonly next: TE.TaskEither<AsError, Dated<A>>;
}

/** Shares a read. */
export const createSharedRead = <A>(read: TE.TaskEither<AsError, A>, moment: Timeline): SharedRead<A> => {
  let latest: Reading<A> | undefined;
  let queued: Promise<E.Either<AsError, Dated<A>>> | undefined;

  const begin = async (): Promise<E.Either<AsError, Dated<A>>> => {
    queued = undefined;
    const began = moment();
    const answer = pipe(
      read,
      TE.map((value) => ({ began, value })),
    )();
    latest = { began, answer: () => answer };
    const outcome = await answer;
    if (E.isLeft(outcome)) latest = undefined;
    return outcome;
  };

  return {
    latest: () => latest,
    next: () => (queued ??= Promise.allSettled([latest?.answer()]).then(begin)),
  };
};
