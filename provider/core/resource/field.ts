/** How the arguments of a kind of resource relate to the live object. */

/** One argument that the live object has a value for. */
export interface ResourceField<Value, Live> {
  /**
   * The live value in the argument's form; undefined where the object has none.
   *
   * @param before what the program had set, for what the live object does not tell
   */
  readonly live: (live: Live, before?: Value) => unknown;
  /**
   * Does the live object mean what the program wants?
   *
   * @param before what the program had set when it was last applied, for what the service does not tell; undefined when
   * the argument was not set or nothing is recorded
   */
  readonly same: (wanted: Value, live: Live, before?: Value) => boolean;
  /** What it takes to change it: a call, or another object. */
  readonly change: "update" | "replace";
  /** What an argument becomes that leaves the program; `"kept"` where the API has no way back. */
  readonly whenRemoved: "kept" | { readonly to: Value };
  /** A value for people; never what may be confidential. */
  readonly show: (value: unknown) => string;
  /**
   * The live object for people, where the argument's form does not hold all that is compared.
   *
   * @default - the live value
   */
  readonly showLive?: (live: Live) => string;
}

/** The arguments that are compared, by their names. */
export type FieldTable<Args, Live> = {
  readonly [Name in keyof Args]?: ResourceField<Exclude<Args[Name], undefined>, Live>;
};

const SHORT_CHARACTERS = 256;

/** Values that may be shown: numbers, words of the API, names and ids. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === "") return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : `[${value.map(shown).join(", ")}]`;
  if (typeof value === "string") return value.slice(0, SHORT_CHARACTERS);
  return JSON.stringify(value);
};

/** Values that are nobody's business: free text, and what may be a secret. */
export const hidden = (value: unknown): string => {
  if (value === undefined || value === null || value === "") return "none";
  return typeof value === "string" ? `text of ${value.length} characters` : "a value that is not shown";
};
