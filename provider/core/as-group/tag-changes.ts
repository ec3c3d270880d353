/** Tags of a group: which to write, which to take away. */
import type { Tags } from "./model";
import { RESERVED_TAG_PREFIX } from "./tags";

/** Tags to write (new or with another value) and keys to take away. */
export interface TagChanges {
  readonly put: Tags;
  readonly remove: readonly string[];
}

/** The tags that a program may manage. */
export const userTags = (tags: Tags): Tags =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith(RESERVED_TAG_PREFIX)));

/** What turns the live tags into the wanted ones. */
export const compareTags = (wanted: Tags, live: Tags): TagChanges => ({
  put: Object.fromEntries(Object.entries(wanted).filter(([key, value]) => live[key] !== value)),
  // A key may be the name of something that every object has, such as `constructor`.
  remove: Object.keys(userTags(live)).filter((key) => !Object.hasOwn(wanted, key)),
});
