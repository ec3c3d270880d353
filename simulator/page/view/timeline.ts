/** Scaling actions on a common line of time. Pure. */
import type { ActionOverview } from "../../src/page/feed.js";
import type { Tone } from "./group.js";
import { spanWords, timeOfDay } from "./time.js";

/** A scaling action. */
export interface ActionView {
  readonly id: string;
  readonly time: string;
  readonly group: string;
  readonly type: string;
  readonly sentence: string;
  readonly tone: Tone;
  /** Begin and length on the line, from 0 to 1. */
  readonly from: number;
  readonly length: number;
}

/** The newest scaling actions, the newest first. */
export interface Timeline {
  readonly rows: readonly ActionView[];
  /** What the line stands for. */
  readonly span: string;
}

const ROWS = 40;
const SECOND = 1000;
/** Lengths of the line; it is as short as those of the newest actions that share it allow. */
const SPANS = [60, 300, 900, 3600, 4 * 3600, 24 * 3600, 7 * 24 * 3600].map((seconds) => seconds * SECOND);
const SHARING = 12;

const startOf = ({ start }: ActionOverview): number => Date.parse(start);

function spanOf(newest: readonly ActionOverview[], now: number): number {
  const oldest = newest.slice(0, SHARING).at(-1);
  const age = oldest === undefined ? 0 : now - startOf(oldest);
  return SPANS.find((span) => span >= age) ?? Math.max(age, SECOND);
}

const tones: Readonly<Record<ActionOverview["status"], Tone>> = {
  SUCCESS: "good",
  FAIL: "bad",
  DOING: "busy",
};

function outcome(action: ActionOverview, now: number): string {
  const took = spanWords((action.end === null ? now : Date.parse(action.end)) - startOf(action));
  const moved = [
    ...(action.added > 0 ? [`${String(action.added)} added`] : []),
    ...(action.removed > 0 ? [`${String(action.removed)} removed`] : []),
  ];
  switch (action.status) {
    case "DOING":
      return `running for ${took}`;
    case "SUCCESS":
      return [...moved, `done in ${took}`].join(", ");
    case "FAIL":
      return [...moved, `failed after ${took}`, ...action.failures].join(", ");
  }
}

function sentenceOf(action: ActionOverview, now: number): string {
  const { instances, desired, type } = action;
  // A change of the numbers by hand has no reason but its type, which is shown before.
  const reasons = action.reasons.filter((reason) => reason !== type);
  const why = reasons.length === 0 ? "" : ` (${reasons.join(", ")})`;
  return `from ${String(instances)} to ${String(desired)}${why}, ${outcome(action, now)}`;
}

/** Scaling actions as they look at a moment of simulated time. */
export function timelineOf(actions: Iterable<ActionOverview>, now: number): Timeline {
  const newest = [...actions]
    .map((action, order) => ({ action, order }))
    .sort((one, other) => startOf(other.action) - startOf(one.action) || one.order - other.order)
    .slice(0, ROWS)
    .map(({ action }) => action);
  const span = spanOf(newest, now);
  const place = (at: number): number => Math.min(Math.max(1 - (now - at) / span, 0), 1);
  return {
    span: `the last ${spanWords(span)}`,
    rows: newest.map((action) => {
      const from = place(startOf(action));
      return {
        id: action.id,
        time: timeOfDay(startOf(action)),
        group: action.groupName,
        type: action.type,
        sentence: sentenceOf(action, now),
        tone: tones[action.status],
        from,
        length: place(action.end === null ? now : Date.parse(action.end)) - from,
      };
    }),
  };
}
