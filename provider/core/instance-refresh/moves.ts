/** The small steps of which plans of a refresh are made. */
import type { Capacity } from "../as-group/capacity";
import { unprotecting } from "../as-group/emptying";
import { idsOf, inBatches } from "../as-group/members";
import type { AsInstance } from "../as-group/model";
import type { Step } from "../as-group/step";
import { REFRESH_TAG, refreshTags, type RefreshJournal } from "./journal";
import { movingNumbers } from "./numbers";
import type { RefreshRequest, Situation } from "./request";

/** The journal that says that the group has these bounds now, and that the desired number is off by so many. */
export const journalOf = (
  { journal, wanted }: Situation,
  { min, max }: Pick<Capacity, "min" | "max">,
  offset: number,
): RefreshJournal => ({ ...journal, capacity: wanted, moved: { min, max }, offset });

/** Writes the journal, unless the group has exactly this one. */
export const writing = ({ tags }: Pick<RefreshRequest, "tags">, journal: RefreshJournal): readonly Step[] => {
  const written = refreshTags(journal);
  return written[REFRESH_TAG] === tags[REFRESH_TAG]
    ? []
    : [{ _tag: "PutJournal", journal: "refresh", tags: written }];
};

/** Leads from one triple of numbers to another. */
export const modifying = (from: Capacity, to: Capacity): readonly Step[] => {
  const modification = movingNumbers(from, to);
  return Object.keys(modification).length === 0 ? [] : [{ _tag: "Modify", modification, changes: [] }];
};

/** So many instances in service and healthy; the first scaling action that fails ends the refresh. */
export const allHealthy = (instances: number): Step => ({
  _tag: "WaitCapacity",
  instances,
  healthy: true,
  haltsOnFailure: true,
});

/** Instances leave in portions, each of which is a scaling action of its own. */
export const removing = (
  leaving: readonly AsInstance[],
  desired: Extract<Step, { _tag: "RemoveOld" }>["desired"],
): readonly Step[] => [
  ...unprotecting(leaving),
  ...inBatches(idsOf(leaving)).flatMap((ids): readonly Step[] => [
    { _tag: "RemoveOld", ids, desired },
    { _tag: "WaitSettled" },
    // A removal may begin a moment after the call: then the wait before was for nothing.
    { _tag: "WaitLeft", ids },
  ]),
];
