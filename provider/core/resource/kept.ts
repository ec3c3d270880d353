/** Objects that were replaced and stay for a way back. */

/** An object that has been replaced, or may be. */
export interface KeptObject {
  readonly id: string;
  /** What the arguments said that made it, as far as it may be recorded; absent where nobody knows. */
  readonly mark?: string;
}

export const idsOf = (objects: readonly KeptObject[]): readonly string[] => objects.map(({ id }) => id);

/** What becomes of objects that may stay. */
export interface Sorted {
  readonly staying: readonly KeptObject[];
  readonly leaving: readonly KeptObject[];
}

/** Lets the first ones stay. */
export const sorted = (objects: readonly KeptObject[], most: number): Sorted => ({
  staying: objects.slice(0, most),
  leaving: objects.slice(most),
});
