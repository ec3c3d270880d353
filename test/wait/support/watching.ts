/** A watcher of counters: each thing is a number, and a wait wants it to reach some number. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { AsError } from "../../../provider/core/error";
import type { Schedule } from "../../../provider/wait/schedule";
import type { Judgement, Watched } from "../../../provider/wait/wait";
import { createWatcher, type Watcher } from "../../../provider/wait/watcher";
import { createManualClock, type ManualClock } from "../../support/clock";

/** One read that the watcher has made. */
interface ReadCall {
  readonly at: number;
  readonly ids: readonly string[];
}

/** A watcher, the world it watches, and what it did. */
export interface Watching {
  readonly clock: ManualClock;
  readonly watcher: Watcher<number>;
  /** What is there; an ID that is not in it is gone. */
  readonly world: Map<string, number>;
  readonly reads: readonly ReadCall[];
  /** Errors with which the next reads fail, in order; undefined lets one succeed. */
  readonly faults: (AsError | undefined)[];
}

/** Milliseconds: 1000, 2000, 4000, 8000, 10000, … */
const exactBackOff: Schedule = (tick) => Math.min(10_000, 1000 * 2 ** tick);

/** Reads take `latencyMs`, and show the world as it was when they began. */
export const createWatching = ({ latencyMs = 0 }: { readonly latencyMs?: number } = {}): Watching => {
  const clock = createManualClock();
  const world = new Map<string, number>();
  const reads: ReadCall[] = [];
  const faults: (AsError | undefined)[] = [];
  const watcher = createWatcher<number>({
    read: (ids) => async () => {
      reads.push({ at: clock.now(), ids });
      const fault = faults.shift();
      const snapshots = new Map(ids.map((id) => [id, O.fromNullable(world.get(id))]));
      if (latencyMs > 0) await clock.sleep(latencyMs);
      return fault === undefined ? E.right(snapshots) : E.left(fault);
    },
    clock,
    schedule: exactBackOff,
  });
  return { clock, watcher, world, reads, faults };
};

/** Wants a counter to reach a number. */
export const reaching = (
  id: string,
  target: number,
  options: Partial<Watched<number>> = {},
): Watched<number> => ({
  id,
  wanted: `${target} of ${id}`,
  judge: (snapshot): Judgement => {
    if (O.isNone(snapshot)) return { kind: "failed", state: "gone", evidence: "somebody deleted it" };
    const count = snapshot.value;
    return count >= target ? { kind: "done" } : { kind: "pending", state: `${count} of ${target}` };
  },
  timeoutSeconds: 60,
  ...options,
});
