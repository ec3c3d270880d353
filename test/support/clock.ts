/** A clock whose hands only tests move. */
import type { Clock } from "../../provider/wait/clock";

/** Time stands still until it is advanced. */
export interface ManualClock extends Clock {
  /** Lets pending promises run, then moves time on, waking each sleeper at its own moment. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** Advances from sleeper to sleeper until the promise has settled; fails when nobody sleeps and it has not. */
  readonly settle: <A>(promise: Promise<A>) => Promise<A>;
  /** How many sleep now. */
  readonly sleepers: () => number;
  /** Every sleep so far, in milliseconds. */
  readonly slept: readonly number[];
}

interface Sleeper {
  readonly wakesAt: number;
  readonly wake: () => void;
}

/** A macrotask runs when no microtask is left. */
const runPendingPromises = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that shows `start` milliseconds. */
export const createManualClock = (start = 0): ManualClock => {
  let now = start;
  const sleepers = new Set<Sleeper>();
  const slept: number[] = [];

  const nextSleeper = (): Sleeper | undefined =>
    [...sleepers].sort((one, other) => one.wakesAt - other.wakesAt)[0];

  const wakeNext = async (until: number): Promise<boolean> => {
    await runPendingPromises();
    const next = nextSleeper();
    if (next === undefined || next.wakesAt > until) return false;
    now = Math.max(now, next.wakesAt);
    next.wake();
    await runPendingPromises();
    return true;
  };

  return {
    now: () => now,
    sleep: (milliseconds, cut) =>
      new Promise((resolve) => {
        const sleeper: Sleeper = {
          wakesAt: now + milliseconds,
          wake: () => {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        slept.push(milliseconds);
        sleepers.add(sleeper);
        cut?.addEventListener("abort", sleeper.wake, { once: true });
        if (cut?.aborted === true) sleeper.wake();
      }),
    advance: async (milliseconds) => {
      const until = now + milliseconds;
      while (await wakeNext(until));
      now = until;
    },
    settle: async (promise) => {
      let settled = false;
      const settling = promise.finally(() => {
        settled = true;
      });
      const isSettled = (): boolean => settled;
      await runPendingPromises();
      while (!isSettled()) {
        if (!(await wakeNext(Infinity)) && !isSettled())
          throw new Error("nobody sleeps, and it has not ended");
      }
      return settling;
    },
    sleepers: () => sleepers.size,
    slept,
  };
};
