/**
 * The refresh journal: what an instance refresh has moved on the group, kept on the group itself as a tag until all
 * instances are replaced. Whoever finds it can tell what the numbers would be without the refresh.
 *
 * A tag value holds 43 characters of `A-Za-z0-9_-`, so the numbers are written to the base 36.
 */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import type { Capacity } from "../as-group/capacity";
import type { Tags } from "../as-group/model";

/** What a refresh has moved, and who refreshes. */
export interface RefreshJournal {
  /** The bounds to restore, and the desired number without what `offset` says. */
  readonly capacity: Capacity;
  /** The bounds that the refresh has set. Where the group has others, somebody else has set them, and they stay. */
  readonly moved: { readonly min: number; readonly max: number };
  /**
   * How far the present batch moves the desired number: up by the instances that it adds first, or down by those that
   * it removes first. 0 between batches.
   */
  readonly offset: number;
  /** Seconds since 1970: instances that joined later were made by the refresh. */
  readonly mark: number;
  /** Whose refresh it is: derived from the resource's URN. */
  readonly owner: string;
}

/** The tag that holds the journal. */
export const REFRESH_TAG = "pulumi-refresh";

const VERSION = "v1";
const RADIX = 36;
const FORM =
  /^v1_([0-9a-z]{1,3})_([0-9a-z]{1,3})_([0-9a-z]{1,3})_([0-9a-z]{1,3})_([0-9a-z]{1,3})_(-?[0-9a-z]{1,3})_([0-9a-z]{1,7})_([0-9a-f]{8})$/;

/** The journal as a tag. */
export const refreshTags = ({ capacity, moved, offset, mark, owner }: RefreshJournal): Tags => {
  const { min, desired, max } = capacity;
  const numbers = [min, desired, max, moved.min, moved.max, offset, mark];
  const words = numbers.map((number) => number.toString(RADIX));
  return { [REFRESH_TAG]: [VERSION, ...words, owner].join("_") };
};

/** The refresh journal on a group. A tag of that name in a form that this version does not know is no journal. */
export const refreshJournalIn = (tags: Tags): O.Option<RefreshJournal> => {
  const found = FORM.exec(tags[REFRESH_TAG] ?? "");
  if (found === null) return O.none;
  const number = (index: number): number => Number.parseInt(found[index] ?? "", RADIX);
  return O.some({
    capacity: { min: number(1), desired: number(2), max: number(3) },
    moved: { min: number(4), max: number(5) },
    offset: number(6),
    mark: number(7),
    owner: found[8] ?? "",
  });
};

/** The journal on a group if it is this owner's. */
export const ownJournalIn = (tags: Tags, owner: string): O.Option<RefreshJournal> =>
  pipe(
    refreshJournalIn(tags),
    O.filter((journal) => journal.owner === owner),
  );
