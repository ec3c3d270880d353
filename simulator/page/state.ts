/** What the page knows, put together from the answers of the feed. Pure. */
import type { ActionOverview, Fault, FeedPage, GroupOverview, LoggedRequest } from "../src/page/feed.js";
import { isServing } from "./view/instance.js";

/** The numbers of a group since a moment. */
export interface Capacity {
  /** Milliseconds of simulated time. */
  readonly at: number;
  readonly min: number;
  readonly desired: number;
  readonly max: number;
  readonly serving: number;
}

/** Everything that is shown. Entries that have not changed stay the same objects. */
export interface PageState {
  readonly run: string;
  readonly cursor: number;
  /** Milliseconds of simulated time. */
  readonly now: number;
  readonly speed: number;
  readonly calls: FeedPage["calls"];
  readonly groups: ReadonlyMap<string, GroupOverview>;
  readonly actions: ReadonlyMap<string, ActionOverview>;
  readonly requests: ReadonlyMap<string, LoggedRequest>;
  readonly faults: ReadonlyMap<string, Fault>;
  /** By group: its numbers whenever they changed while the page looked, the oldest first. */
  readonly history: ReadonlyMap<string, readonly Capacity[]>;
}

const HISTORY_LENGTH = 500;

/** Before the first answer. */
export const nothingKnown: PageState = {
  run: "",
  cursor: 0,
  now: 0,
  speed: 1,
  calls: { as: 0, iam: 0 },
  groups: new Map(),
  actions: new Map(),
  requests: new Map(),
  faults: new Map(),
  history: new Map(),
};

interface Changes<Entry> {
  readonly changed: readonly Entry[];
  readonly gone: readonly string[];
}

function merged<Entry>(
  before: ReadonlyMap<string, Entry>,
  { changed, gone }: Changes<Entry>,
  key: (entry: Entry) => string,
  whole: boolean,
): ReadonlyMap<string, Entry> {
  if (!whole && changed.length === 0 && gone.length === 0) return before;
  const after = new Map(whole ? [] : before);
  for (const id of gone) after.delete(id);
  for (const entry of changed) after.set(key(entry), entry);
  return after;
}

function capacityOf({ min, desired, max, instances }: GroupOverview, at: number): Capacity {
  return { at, min, desired, max, serving: instances.filter(isServing).length };
}

const isSame = (one: Capacity, other: Capacity): boolean =>
  one.min === other.min &&
  one.desired === other.desired &&
  one.max === other.max &&
  one.serving === other.serving;

function historyAfter(
  before: PageState["history"],
  groups: PageState["groups"],
  changed: readonly GroupOverview[],
  now: number,
): PageState["history"] {
  const after = new Map([...before].filter(([id]) => groups.has(id)));
  for (const group of changed) {
    const points = after.get(group.id) ?? [];
    const point = capacityOf(group, now);
    const last = points.at(-1);
    if (last === undefined || !isSame(last, point)) {
      after.set(group.id, [...points, point].slice(-HISTORY_LENGTH));
    }
  }
  return after;
}

/** The state after an answer of the feed. */
export function stateAfter(before: PageState, feed: FeedPage): PageState {
  const { run, cursor, whole, speed, calls } = feed;
  const now = Date.parse(feed.now);
  const groups = merged(before.groups, feed.groups, ({ id }) => id, whole);
  const remembered = run === before.run ? before.history : nothingKnown.history;
  return {
    run,
    cursor,
    now,
    speed,
    calls,
    groups,
    actions: merged(before.actions, feed.actions, ({ id }) => id, whole),
    requests: merged(before.requests, feed.requests, ({ seq }) => String(seq), whole),
    faults: merged(before.faults, feed.faults, ({ id }) => id, whole),
    history:
      groups === before.groups ? remembered : historyAfter(remembered, groups, feed.groups.changed, now),
  };
}
