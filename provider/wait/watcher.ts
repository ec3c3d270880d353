/**
 * One watcher for all waits of a process: however many there are, each tick costs one read.
 *
 * A wait only judges reads that began after it did. It usually follows a write, and an older read would show the
 * state from before that write.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { AsError } from "../core/error";
import type { Clock } from "./clock";
import { createPace } from "./pace";
import type { Schedule } from "./schedule";
import { transientReason } from "./transient";
import { beginWait, type Outcome, type Seen, type Wait, type Watched } from "./wait";

/** Watches things until they are as wanted. */
export interface Watcher<A> {
  /**
   * Waits; ends with the snapshot that was judged done, or undefined when that thing is gone or the time-out is 0.
   *
   * Fails with `ScalingFailed` on a failed verdict or on evidence. Fails with `TimedOut` when a read that began at the
   * deadline, or up to one shortest delay later, decides nothing. Until then reads may fail in passing (no answer, 429,
   * 5xx); any other read error ends the wait at once.
   */
  readonly until: (watched: Watched<A>) => TE.TaskEither<AsError, A | undefined>;
}

/** What a watcher works with. */
export interface WatcherDeps<A> {
  /** Reads all these things now, never from a cache. The answer has an entry for each ID; none means gone. */
  readonly read: (ids: readonly string[]) => TE.TaskEither<AsError, ReadonlyMap<string, O.Option<A>>>;
  readonly clock: Clock;
  readonly schedule: Schedule;
}

interface Waiter<A> extends Wait<A> {
  readonly end: (outcome: Outcome<A>) => void;
  readonly abandon: (fault: unknown) => void;
}

/** What a read has shown of one thing; left when the read failed for good. */
const seenOf = <A>(
  answer: E.Either<AsError, ReadonlyMap<string, O.Option<A>>>,
  id: string,
): E.Either<AsError, Seen<A>> => {
  if (E.isRight(answer)) {
    return E.right(E.fromNullable("the answer does not mention it")(answer.right.get(id)));
  }
  const reason = transientReason(answer.left);
  return O.isSome(reason) ? E.right(E.left(reason.value)) : answer;
};

/** A watcher that ticks while somebody waits, and only then. */
export const createWatcher = <A>({ read, clock, schedule }: WatcherDeps<A>): Watcher<A> => {
  const waiters = new Set<Waiter<A>>();
  const pace = createPace(clock, schedule);
  let watching = false;

  const tell = async (
    waiter: Waiter<A>,
    seen: E.Either<AsError, Seen<A>>,
    isLast: boolean,
  ): Promise<void> => {
    const outcome = E.isLeft(seen) ? O.some(seen) : await waiter.observe(seen.right, isLast);
    if (O.isNone(outcome)) return;
    waiters.delete(waiter);
    waiter.end(outcome.value);
  };

  const tick = async (): Promise<void> => {
    const present = [...waiters];
    const beganAt = clock.now();
    const answer = await read([...new Set(present.map(({ id }) => id))])();
    await Promise.all(
      present.map((waiter) => tell(waiter, seenOf(answer, waiter.id), beganAt >= waiter.deadline)),
    );
  };

  const watch = async (): Promise<void> => {
    watching = true;
    try {
      while (waiters.size > 0) {
        await pace.pause(Math.min(...[...waiters].map(({ deadline }) => deadline)));
        await tick();
      }
    } catch (fault) {
      // Only a defect throws. Whoever waits must hear of it: the engine hangs on a wait that never ends.
      for (const waiter of waiters) waiter.abandon(fault);
      waiters.clear();
    }
    watching = false;
  };

  const join = (watched: Watched<A>): Promise<Outcome<A>> =>
    new Promise((end, abandon) => {
      waiters.add({ ...beginWait(watched, clock), end, abandon });
      pace.restart();
      if (!watching) void watch();
    });

  return {
    until: (watched) => (watched.timeoutSeconds === 0 ? TE.right(undefined) : () => join(watched)),
  };
};
