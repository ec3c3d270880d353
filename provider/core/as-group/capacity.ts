/** Minimum, desired and maximum number of instances, and who decides the desired one. */
import type { AsGroup } from "./model";

/** The three numbers of a group. */
export interface Capacity {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

/**
 * Who decides the desired number after creation. `onEdit`: an edit of the program's number is applied, otherwise AS
 * and its policies decide. `enforce`: the program, at every `up`. `initial`: AS, the program only at creation.
 */
export type DesireInstanceNumberMode = "onEdit" | "enforce" | "initial";

/** What the program says, where it says anything. */
export interface WantedCapacity {
  readonly min?: number;
  readonly desired?: number;
  readonly max?: number;
  readonly mode: DesireInstanceNumberMode;
  /** The program's desired number when it was last applied. */
  readonly applied?: number;
}

/** The numbers of a live group. */
export const capacityOf = (live: AsGroup): Capacity => ({
  min: live.minInstanceNumber,
  desired: live.desireInstanceNumber,
  max: live.maxInstanceNumber,
});

const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);

const programDecides = (wanted: WantedCapacity): boolean =>
  wanted.mode === "enforce" || (wanted.mode === "onEdit" && wanted.desired !== wanted.applied);

/**
 * The numbers that the group is to have. A live desired number that AS may decide stays, moved just far enough to
 * fit new bounds.
 */
export const targetCapacity = (wanted: WantedCapacity, live: Capacity): Capacity => {
  const min = wanted.min ?? live.min;
  const max = wanted.max ?? live.max;
  const desired = wanted.desired !== undefined && programDecides(wanted) ? wanted.desired : live.desired;
  return { min, desired: clamp(desired, min, max), max };
};
