/** What a preview says about a switch: the way, and what stands in it. */
import * as E from "fp-ts/Either";
import type { Pair, Serving } from "./model";
import { canSwitch } from "./obstacles";
import { describeWay } from "./plan";

/**
 * What the next `up` does. An obstacle does not stop the preview: the same `up` may remove it before the switch begins.
 *
 * @param before what was applied last, where it is recorded
 */
export const describeNextUp = (
  pair: Pair,
  wanted: Serving,
  before: Serving | undefined,
): string | undefined => {
  const way = describeWay(pair, wanted, before?.desireInstanceNumber ?? wanted.desireInstanceNumber);
  if (way === undefined) return undefined;
  const judged = canSwitch(pair, wanted);
  return E.isRight(judged) ? way : `${way}; up refuses this as long as ${judged.left.reason}`;
};
