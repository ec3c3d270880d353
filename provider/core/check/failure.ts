/** What a check finds wrong. */

/** One thing that is wrong with the arguments. */
export interface CheckFailure {
  /** Path of the argument, such as `networks[1].id`. */
  readonly property: string;
  /** What was received and what is allowed. */
  readonly reason: string;
}

/** A failure whose reason begins with the path, because the engine does not always show it. */
export const failure = (property: string, rest: string): CheckFailure => ({
  property,
  reason: `${property} ${rest}`,
});
