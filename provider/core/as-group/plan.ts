/**
 * The ordered steps of an update.
 *
 * The fewest that are safe: one modify call, unless the update itself makes the group dormant, which takes two.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { locked, type AsError } from "../error";
import type { Comparison } from "./compare";
import type { LiveFacts } from "./facts";
import { strictest, unmet, type FieldChange, type LockClass, type LockedChange } from "./lock";
import type { AsGroupModification, ModifiableField } from "./model";
import { refreshTags } from "../instance-refresh/journal";
import type { Step } from "./step";

const of = (comparison: Comparison, ...classes: readonly LockClass[]): readonly FieldChange[] =>
  comparison.changes.filter((change) => classes.includes(change.lockClass));

const pick = (comparison: Comparison, changes: readonly FieldChange[]): AsGroupModification =>
  Object.fromEntries(
    Object.entries(comparison.modification).filter(([name]) =>
      changes.some(({ field }) => field === (name as ModifiableField)),
    ),
  );

const modify = (comparison: Comparison, changes: readonly FieldChange[]): readonly Step[] =>
  changes.length === 0 ? [] : [{ _tag: "Modify", modification: pick(comparison, changes), changes }];

/** Tells a refresh that the numbers are the program's from now on. */
const handOver = ({ refresh, takesNumbers, capacity }: Comparison): readonly Step[] =>
  O.isSome(refresh) && takesNumbers
    ? [
        {
          _tag: "PutJournal",
          journal: "refresh",
          tags: refreshTags({ ...refresh.value, capacity, moved: capacity, offset: 0 }),
        },
      ]
    : [];

/** Writes and removes the tags of the program, and tells a refresh what it has to know. */
export const tagSteps = (comparison: Comparison): readonly Step[] => [
  ...handOver(comparison),
  ...programTags(comparison),
];

const programTags = ({ tags }: Comparison): readonly Step[] => [
  ...(tags.remove.length === 0 ? [] : [{ _tag: "RemoveTags" as const, keys: tags.remove }]),
  ...(Object.keys(tags.put).length === 0 ? [] : [{ _tag: "PutTags" as const, tags: tags.put }]),
];

/** A group that starts from nothing has its initial hooks before its first instance comes, also after an interruption. */
const startHooks = ({ status, initialHooks }: Comparison, facts: LiveFacts): readonly Step[] =>
  status === "resume" && facts.currentInstanceNumber === 0 && initialHooks.length > 0
    ? [{ _tag: "PutHooks", hooks: initialHooks }]
    : [];

/** The wait for the capacity, as the program wants it. */
export const arrival = ({ waitFor }: Comparison, instances: number): Step => ({
  _tag: "WaitCapacity",
  instances,
  healthy: waitFor === "healthy",
});

/** The update itself leaves a running group paused and without instances. */
const becomesDormant = ({ capacity, status }: Comparison, facts: LiveFacts): boolean =>
  status === "pause" &&
  facts.scalingGroupStatus === "INSERVICE" &&
  capacity.min === 0 &&
  capacity.desired === 0;

/** The dormant changes that the live group does not allow, each with what it lacks. */
export const lockedChanges = (comparison: Comparison, facts: LiveFacts): readonly LockedChange[] => {
  if (becomesDormant(comparison, facts)) return [];
  // A running scaling action ends by itself: only what stays has to be decided by the user.
  const missing = unmet("dormant", { ...facts, isScaling: false });
  return missing.length === 0
    ? []
    : of(comparison, "dormant").map((change) => ({
        ...change,
        unmet: missing.map(({ sentence }) => sentence),
      }));
};

/**
 * Plans an update of a live group.
 *
 * A plan without any change waits for the capacity: the engine asks for it only after an operation that did not end
 * well.
 *
 * @returns the steps, or `Locked` with every change that the group does not allow
 */
export const planUpdate = (comparison: Comparison, facts: LiveFacts): E.Either<AsError, readonly Step[]> => {
  const blocked = lockedChanges(comparison, facts);
  if (blocked.length > 0) return E.left(locked(blocked, facts));

  const dormant = of(comparison, "dormant");
  const empties = becomesDormant(comparison, facts);
  const now = empties ? of(comparison, "free", "settled") : comparison.changes;
  const later = empties ? dormant : [];
  const needsSettled = strictest(now.map(({ lockClass }) => lockClass)) !== "free";
  const movesCapacity = comparison.changes.some(
    ({ field }) => field === "desireInstanceNumber" || field === "minInstanceNumber",
  );
  const steps: readonly Step[] = [
    ...tagSteps(comparison),
    // Pausing first keeps new scaling actions from starting; but a group that is to become empty has to run for it.
    ...(comparison.status === "pause" && !empties ? [{ _tag: "Pause" as const }] : []),
    ...(needsSettled && facts.isScaling ? [{ _tag: "WaitSettled" as const }] : []),
    ...modify(comparison, now),
    ...(empties ? [{ _tag: "WaitEmpty" as const }, { _tag: "Pause" as const }] : []),
    ...modify(comparison, later),
    ...startHooks(comparison, facts),
    ...(comparison.status === "resume" ? [{ _tag: "Resume" as const }] : []),
  ];
  const waits =
    comparison.enabled &&
    comparison.waitFor !== "none" &&
    (movesCapacity || comparison.status === "resume" || steps.length === 0);
  return E.right(waits ? [...steps, arrival(comparison, comparison.capacity.desired)] : steps);
};
