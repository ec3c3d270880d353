/** Values that the engine does not know yet: results of resources that a preview has not created. */

/**
 * What the engine puts in the place of an unknown value, whatever its type. The same as `pulumi.runtime.unknownValue`,
 * which cannot be imported here.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Is this value unknown, or does it hold an unknown value at any depth? */
export const hasUnknown = (value: unknown): boolean => {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasUnknown);
};
