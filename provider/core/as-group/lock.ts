/** Lock classes of fields, and the preconditions under which a locked field may change. */
import type { LiveFacts } from "./facts";
import type { ModifiableField } from "./model";

/**
 * When a field may change:
 * `free` always · `settled` no scaling action in progress · `dormant` no scaling action, zero instances, and not in
 * service · `fixed` never (the group is replaced).
 */
export type LockClass = "free" | "settled" | "dormant" | "fixed";

/** Something that must hold on the live group before a write. */
export interface Precondition {
  readonly name: "notScaling" | "empty" | "notInService";
  /** Completes "this change needs …". */
  readonly sentence: string;
  readonly holds: (facts: LiveFacts) => boolean;
}

const notScaling: Precondition = {
  name: "notScaling",
  sentence: "no scaling action in progress",
  holds: (facts) => !facts.isScaling,
};
const empty: Precondition = {
  name: "empty",
  sentence: "zero instances",
  holds: (facts) => facts.currentInstanceNumber === 0,
};
const notInService: Precondition = {
  name: "notInService",
  sentence: "a paused group",
  holds: (facts) => facts.scalingGroupStatus !== "INSERVICE",
};

const preconditions: Readonly<Record<LockClass, readonly Precondition[]>> = {
  free: [],
  settled: [notScaling],
  dormant: [notScaling, empty, notInService],
  fixed: [],
};

/** The preconditions of a class that the live group does not meet. */
export const unmet = (lockClass: LockClass, facts: LiveFacts): readonly Precondition[] =>
  preconditions[lockClass].filter((precondition) => !precondition.holds(facts));

/** The class that decides when several fields change in one call. */
export const strictest = (classes: readonly LockClass[]): LockClass =>
  (["fixed", "dormant", "settled"] as const).find((lockClass) => classes.includes(lockClass)) ?? "free";

/** One field that has to change. */
export interface FieldChange {
  readonly field: ModifiableField;
  /** What the live group has, as text. */
  readonly from: string;
  /** What the program wants, as text. */
  readonly to: string;
  readonly lockClass: LockClass;
}

/** A change that the live group does not allow. */
export interface LockedChange extends FieldChange {
  /** The preconditions that do not hold, one sentence each. */
  readonly unmet: readonly string[];
}
