/**
 * Tags of AS groups: a list of key and value on the wire, a record inside.
 *
 * @see as_06_1002, as_06_1004
 */
import type { Tags } from "../../core/as-group/model";
import { type Decoded, identifier, integer, list, object, orElse, rows, text } from "./wire";

const tag = object("a tag with key and value", { key: identifier, value: orElse(text, "") });

/** The answer to the query of one group's tags. System tags are not the user's and are left out. */
export const tagsAnswer = object("an object with tags", { tags: list(tag) });

/** One page of resources with their tags. */
export const taggedResourcePage = object("a page of resources with their tags", {
  resources: rows(object("a resource with its tags", { resourceId: identifier, tags: list(tag) })),
  totalCount: integer,
});

/** Tags as a record. */
export const tagsOf = (tags: readonly Decoded<typeof tag>[]): Tags =>
  Object.fromEntries(tags.map(({ key, value }) => [key, value]));

/** Tags as the service takes them. */
export const tagList = (tags: Tags): readonly Decoded<typeof tag>[] =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));
