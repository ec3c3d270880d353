/** Plain objects of unknown origin. */

/** A plain object whose members are still unchecked. */
export type UnknownRecord = Readonly<Record<string, unknown>>;

/** Is this an object with named members, and not a list? */
export const isRecord = (value: unknown): value is UnknownRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as an object; anything else has no members. */
export const recordOf = (value: unknown): UnknownRecord => (isRecord(value) ? value : {});

/** Null and undefined both mean that an argument is not given. */
export const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

/** The value without members that are not given, at any depth. Entries of lists stay, since their position counts. */
const withoutAbsent = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  return isRecord(value) ? membersGiven(value) : value;
};

/** The members of an object that are given, without what is not given inside them. */
export const membersGiven = (record: UnknownRecord): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => !isAbsent(value))
      .map(([key, value]) => [key, withoutAbsent(value)]),
  );
