/** Values as text that is equal exactly when the values are. */
import { isRecord } from "./record";

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  );
};

/** The text of a value that JSON can hold. Members that are undefined are not there; the order of members is none. */
export const canonical = (value: unknown): string => JSON.stringify([ordered(value)]);
