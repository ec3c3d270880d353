/** Time, as something that tests can put in place. */
import { setTimeout as timer } from "node:timers/promises";

/** What waiting needs to know of time. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z; never runs backwards. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or as soon as `cut` is aborted. Never rejects. */
  readonly sleep: (milliseconds: number, cut?: AbortSignal) => Promise<void>;
}

/** The clock of this process. Its sleeps keep the process alive: who waits wants to see the end. */
export const systemClock: Clock = {
  // Unlike `Date.now`, this does not jump when the machine's clock is set, which would bend every deadline.
  now: () => performance.timeOrigin + performance.now(),
  sleep: async (milliseconds, cut) => {
    // The only rejection of this timer is the cut.
    await timer(milliseconds, undefined, cut === undefined ? {} : { signal: cut }).catch(() => undefined);
  },
};
