import type { Closable } from "../../support/closers";

/** A server that keeps the states of stacks, as a team has one. */
export interface StateStore extends Closable {
  /** What everybody sets who works with it. */
  readonly variables: Readonly<Record<string, string>>;
}
