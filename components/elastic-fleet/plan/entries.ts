/** Arguments that are objects of entries by name. */
import { isAbsent } from "../../../provider/core/record";

/** Entries by name. One that is undefined is none, so that a program can leave it out by a condition. */
export type Entries<Entry> = Readonly<Record<string, Entry | undefined>>;

/** The entries that are given. */
export const entriesOf = <Entry>(
  entries: Readonly<Record<string, Entry | null | undefined>> | null | undefined,
): readonly (readonly [string, Entry])[] =>
  Object.entries(entries ?? {}).flatMap(([key, entry]) => (isAbsent(entry) ? [] : [[key, entry] as const]));
