/** How long to wait between two looks at the service. */

/** The delay in milliseconds before a tick; ticks are counted from 0. */
export type Schedule = (tick: number) => number;

/** What shapes a back-off. */
export interface BackOff {
  /**
   * The first delay, in milliseconds; each later one is twice as long.
   * @default 1000
   */
  readonly floorMs?: number;
  /**
   * The longest delay before jitter, in milliseconds.
   * @default 10000
   */
  readonly capMs?: number;
  /**
   * A number from 0 up to, not including, 1.
   * @default Math.random
   */
  readonly random?: () => number;
}

/** Delays vary by a fifth either way, so that processes started together do not call together. */
const JITTER = 0.2;

/** Delays that double from the floor to the cap. */
export const backOff =
  ({ floorMs = 1000, capMs = 10_000, random = Math.random }: BackOff = {}): Schedule =>
  (tick) =>
    Math.min(capMs, floorMs * 2 ** tick) * (1 - JITTER + 2 * JITTER * random());
