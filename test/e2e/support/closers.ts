/** Ends what tests have started. */

/** Something that has been started or made. */
export interface Closable {
  readonly close: () => Promise<void>;
}

/** Things that are to be ended, registered as soon as they exist. */
export interface Closers extends Closable {
  /** Returns the same thing. */
  readonly add: <Thing extends Closable>(thing: Thing) => Thing;
}

/**
 * An empty list. `close` ends the newest first, because it may need the older ones, and all of them, also when one
 * cannot be ended.
 *
 * @throws afterwards, with everything that has gone wrong
 */
export function closers(): Closers {
  const open: Closable[] = [];
  return {
    add: (thing) => {
      open.push(thing);
      return thing;
    },
    close: async () => {
      const failures: unknown[] = [];
      for (const thing of open.splice(0).reverse()) {
        await thing.close().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0)
        throw new AggregateError(failures, `could not be ended: ${failures.join("; ")}`);
    },
  };
}
