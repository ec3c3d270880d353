/** What a check finds wrong. */

/** One thing that is wrong with the arguments. */
export interface CheckFailure {
  /** Path of the argument, such as `networks[1].id`. */
  readonly property: string;
  /** What was received and what is allowed. */
  readonly reason: string;
}
