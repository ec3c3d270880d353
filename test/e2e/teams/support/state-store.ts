/** A server that keeps the states of stacks, as a team has one. */
export interface StateStore {
  /** What everybody sets who works with it. */
  readonly variables: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}
