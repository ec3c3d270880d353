/** The numbers of a group that is being refreshed, and what they would be without the refresh. */
import * as O from "fp-ts/Option";
import { capacityOf, type Capacity } from "../as-group/capacity";
import type { AsGroup, AsGroupModification, Tags } from "../as-group/model";
import { refreshJournalIn, type RefreshJournal } from "./journal";

const clamp = (value: number, one: number, other: number): number =>
  Math.min(Math.max(value, Math.min(one, other)), Math.max(one, other));

/**
 * The instances that the refresh has asked for beyond the desired number, and not taken back yet; negative when it has
 * removed instances that are not asked for again yet.
 *
 * Policies move the desired number meanwhile, so that only the part of the difference that the journal announces can be
 * the refresh's own.
 */
export const outstandingOf = ({ capacity, offset }: RefreshJournal, live: Capacity): number =>
  clamp(live.desired - capacity.desired, 0, offset);

/** What the live numbers would be without the refresh. */
export const capacityWithout = (journal: RefreshJournal, live: Capacity): Capacity => {
  const min = live.min === journal.moved.min ? journal.capacity.min : live.min;
  const max = Math.max(min, live.max === journal.moved.max ? journal.capacity.max : live.max);
  return { min, desired: clamp(live.desired - outstandingOf(journal, live), min, max), max };
};

/** A group as it would be without a refresh that has not ended. */
export const withoutRefresh = (group: AsGroup, tags: Tags): AsGroup => {
  const journal = refreshJournalIn(tags);
  if (O.isNone(journal)) return group;
  const { min, desired, max } = capacityWithout(journal.value, capacityOf(group));
  return { ...group, minInstanceNumber: min, desireInstanceNumber: desired, maxInstanceNumber: max };
};

/** The modification that leads from one triple of numbers to another. */
export const movingNumbers = (from: Capacity, to: Capacity): AsGroupModification => ({
  ...(from.min === to.min ? {} : { minInstanceNumber: to.min }),
  ...(from.desired === to.desired ? {} : { desireInstanceNumber: to.desired }),
  ...(from.max === to.max ? {} : { maxInstanceNumber: to.max }),
});
