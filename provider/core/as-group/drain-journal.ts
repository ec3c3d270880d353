/**
 * The drain journal: what a drained group has to get back, written on the group itself as tags before the first
 * destructive step and removed after the last. It survives a killed process, a lost state file and another machine.
 *
 * A tag value holds 43 characters of `A-Za-z0-9_-`, so the journal is one compact word, and each attached instance that
 * has to come back is a tag of its own.
 */
import * as O from "fp-ts/Option";
import type { Capacity } from "./capacity";
import type { Tags } from "./model";

/** What has to be restored, and by whom. */
export interface DrainJournal {
  readonly capacity: Capacity;
  /** Whose drain it is: derived from the resource's URN. */
  readonly owner: string;
  /** Instances that were attached by hand and have to be attached again. */
  readonly attached: readonly string[];
}

/** The tag that holds the journal. */
const JOURNAL_TAG = "pulumi-drain";
const ATTACHED_TAG = "pulumi-attached-";
const VERSION = "v1";
const FORM = /^v1_(\d{1,4})_(\d{1,4})_(\d{1,4})_([0-9a-f]{8})$/;

/** The journal as tags. */
export const journalTags = ({ capacity: { min, desired, max }, owner, attached }: DrainJournal): Tags => ({
  [JOURNAL_TAG]: [VERSION, min, desired, max, owner].join("_"),
  ...Object.fromEntries(attached.map((id, index) => [`${ATTACHED_TAG}${index + 1}`, id])),
});

/** The keys of all journal tags among these. */
export const journalKeys = (tags: Tags): readonly string[] =>
  Object.keys(tags).filter((key) => key === JOURNAL_TAG || key.startsWith(ATTACHED_TAG));

/** The keys of the journal tags that hold these instances. */
export const attachedKeys = (tags: Tags, ids: readonly string[]): readonly string[] =>
  journalKeys(tags).filter((key) => ids.includes(tags[key] ?? ""));

/** The journal on a group. A tag of that name in a form that this version does not know is no journal. */
export const journalIn = (tags: Tags): O.Option<DrainJournal> => {
  const found = FORM.exec(tags[JOURNAL_TAG] ?? "");
  if (found === null) return O.none;
  const [, min, desired, max, owner = ""] = found;
  return O.some({
    capacity: { min: Number(min), desired: Number(desired), max: Number(max) },
    owner,
    attached: Object.keys(tags)
      .filter((key) => key.startsWith(ATTACHED_TAG))
      .sort()
      .map((key) => tags[key] ?? ""),
  });
};
