/** Settings whose secrets can be compared. */
import { Secret } from "../../../provider/core/secret";

/** The value with the texts of its secrets. */
export const revealed = (value: unknown): unknown => {
  if (value instanceof Secret) return value.reveal();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
};
