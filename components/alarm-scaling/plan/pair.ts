/** What makes a group grow and shrink, as far as it is known. */

/** How many instances a policy adds or removes. */
export interface Amount {
  readonly unit: "instances" | "percent";
  readonly value: number;
}

/** One alarm rule and what it does. What is not known yet, or not sound by itself, is undefined. */
export interface Step {
  /** Where it stands in the program, such as `scaleOut[1]`. */
  readonly place: string;
  readonly alarmId: string | undefined;
  readonly threshold: number | undefined;
  readonly amount: Amount | undefined;
  /** Seconds. */
  readonly coolDownTime: number | undefined;
}

/** What the alarm rules watch. */
export type AlarmMetric = "perInstance" | "total";

/** The numbers of instances between which alarms move a group; both included. */
export interface Sizes {
  readonly min: number;
  readonly max: number;
}

/** All steps of both directions, and where the group is moved. */
export interface Pair {
  readonly scaleOut: readonly Step[];
  readonly scaleIn: readonly Step[];
  readonly metric: AlarmMetric | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** Where a step leads. */
export type Direction = "scaleOut" | "scaleIn";

/** Both. */
export const directions: readonly Direction[] = ["scaleOut", "scaleIn"];

/** A step of which everything is known that moves a group. */
export interface Move {
  readonly place: string;
  readonly threshold: number;
  readonly amount: Amount;
}

/** The moves of steps; undefined when one of them is not known. */
export function movesOf(steps: readonly Step[]): readonly Move[] | undefined {
  const moves = steps.flatMap(({ place, threshold, amount }) =>
    threshold === undefined || amount === undefined ? [] : [{ place, threshold, amount }],
  );
  return moves.length === steps.length ? moves : undefined;
}

/**
 * The numbers of instances at which there can be an alarm, if they are known: a group without instances has no load of
 * an instance.
 */
export function sizesOf({ metric, min, max }: Pair): Sizes | undefined {
  if (metric === undefined || min === undefined || max === undefined) return undefined;
  return { min: metric === "perInstance" ? Math.max(min, 1) : min, max };
}

/** All numbers of instances, from the smallest to the largest. */
export const allSizes = ({ min, max }: Sizes): readonly number[] =>
  Array.from({ length: Math.max(max - min + 1, 0) }, (_, index) => min + index);
