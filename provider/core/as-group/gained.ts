/** What an update of a group that failed has set for the first time, as far as the live group tells. */
import { type Capacity } from "./capacity";
import { fieldNames, fields, type ComparisonContext, type Field } from "./fields";
import type { AsGroup, Tags } from "./model";
import { readableArguments } from "./readable";
import type { RecordedAsGroup } from "./recorded";

/** What the comparison needs of the live group. */
interface Seen {
  readonly group: AsGroup;
  /** A drain or a refresh may have moved the live numbers. */
  readonly capacity: Capacity;
  readonly tags: Tags;
  readonly context: ComparisonContext;
}

/** The tags of an update that failed which are live. */
export const gainedTags = ({ tags, gainedArguments }: RecordedAsGroup, live: Tags): Tags =>
  gainedArguments.includes("tags")
    ? Object.fromEntries(Object.entries(tags).filter(([key, value]) => live[key] === value))
    : {};

/**
 * The arguments of an update that failed which are live as it wanted them. What is not was never carried out, or has
 * been changed since.
 */
export const gainedNames = (
  recorded: RecordedAsGroup,
  { group, capacity, tags, context }: Seen,
): readonly string[] => {
  const values = readableArguments(recorded.gainedValues);
  const live = { ...group, minInstanceNumber: capacity.min, maxInstanceNumber: capacity.max };
  const names = fieldNames.filter(
    (name) =>
      recorded.gainedArguments.includes(name) &&
      (values[name] === undefined ||
        // Every field is asked about its own value only.
        (fields[name] as Field<unknown>).same(values[name], live[name], context)),
  );
  return Object.keys(gainedTags(recorded, tags)).length > 0 ? [...names, "tags"] : names;
};
