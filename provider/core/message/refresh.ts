/** What a halted instance refresh has left behind: a person has to be able to go on by hand. */
import type { RefreshHalted } from "../error";
import { type Explanation, UP_AGAIN } from "./explanation";

const NEXT = "the next `pulumi up`";

/** How far it has come, and what the next run does about the rest. */
const progress = ({ total, left }: RefreshHalted): readonly string[] => {
  if (left === undefined) return [`old instances at the beginning of this run: ${total}`];
  const done = `${Math.max(0, total - left.length)} of ${total} old instances are replaced`;
  return left.length === 0
    ? [`${done}; ${NEXT} ends the refresh`]
    : [`${done}; still old: ${left.join(", ")}`, `${NEXT} goes on with those that are still old`];
};

export const explainRefreshHalted = (cause: Explanation, error: RefreshHalted): Explanation => ({
  headline: `the instance refresh has halted: ${cause.headline}`,
  details: [
    ...cause.details,
    ...progress(error),
    ...(error.group === undefined ? [] : [`the live group: ${error.group}`]),
    ...(error.owed === undefined ? [] : [`${NEXT} gives back: ${error.owed}`]),
  ],
  ways: cause.ways.some((way) => way.includes(UP_AGAIN))
    ? cause.ways
    : [...cause.ways, `${UP_AGAIN}: it goes on from the live group`],
});
