/** Whose journal it is, when one is found on a group. */
import { fnv1a } from "../hash";

/** The mark of a resource: eight hexadecimal digits for its URN. */
export const ownerOf = (urn: string): string => fnv1a(`drain#${urn}`).toString(16).padStart(8, "0");
