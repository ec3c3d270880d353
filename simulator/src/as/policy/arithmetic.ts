/** What number a policy arrives at. */
import type { PolicyAction } from "./model";

/** What the result depends on. */
export interface Position {
  /** What is wanted at present: desired instances, or Mbit/s. */
  readonly value: number;
  /** What percentages are taken of: the present number of instances. */
  readonly base: number;
  readonly min: number;
  readonly max: number;
}

/** Fractions above one are rounded down, those below one up to one. */
function portion(percentage: number, base: number): number {
  const exact = (base * percentage) / 100;
  return exact > 0 && exact < 1 ? 1 : Math.floor(exact);
}

/** The number that an action leads to; never outside the bounds. */
export function adjusted({ operation, size, percentage }: PolicyAction, position: Position): number {
  const { value, base, min, max } = position;
  const amount = percentage === null ? (size ?? 0) : portion(percentage, base);
  const results = { ADD: value + amount, REDUCE: value - amount, SET: amount };
  return Math.min(Math.max(results[operation], min), max);
}

/** Whether an action has no room: ADD at the upper, REDUCE at the lower bound. */
export function isAtBound({ operation }: PolicyAction, { value, min, max }: Position): boolean {
  return (operation === "ADD" && value >= max) || (operation === "REDUCE" && value <= min);
}

const FINE_UP_TO = 300;
const COARSE_STEP = 50;

/** Bandwidth above 300 Mbit/s comes in steps of 50. */
export const toBandwidthStep = (size: number): number =>
  size <= FINE_UP_TO ? size : Math.round(size / COARSE_STEP) * COARSE_STEP;
