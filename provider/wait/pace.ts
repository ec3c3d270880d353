/** The rhythm of a watcher. */
import type { Clock } from "./clock";
import type { Schedule } from "./schedule";

/** Says when the next tick is due. */
export interface Pace {
  /**
   * Resolves when the next tick is due. A delay that would go past the deadline (milliseconds on the clock) ends
   * there, but no delay is shorter than the first one: many deadlines close together cost few ticks.
   */
  readonly pause: (deadline: number) => Promise<void>;
  /** Starts again from the shortest delay, also in the middle of a pause; never puts a tick off. */
  readonly restart: () => void;
}

/** A pace that follows a schedule. */
export const createPace = (clock: Clock, schedule: Schedule): Pace => {
  let ticks = 0;
  let dueAt = 0;
  let sleeping = new AbortController();

  return {
    pause: async (deadline) => {
      const now = clock.now();
      dueAt = Math.min(now + schedule(ticks), Math.max(deadline, now + schedule(0)));
      while (clock.now() < dueAt) {
        sleeping = new AbortController();
        await clock.sleep(dueAt - clock.now(), sleeping.signal);
      }
      ticks += 1;
    },
    restart: () => {
      ticks = 0;
      dueAt = Math.min(dueAt, clock.now() + schedule(0));
      sleeping.abort();
    },
  };
};
