/** What the handlers of a resource answer to the engine. */

/** The object that a create has made. */
export interface CreateResult {
  readonly id: string;
  readonly outs: Record<string, unknown>;
}

/** Without `changes`, the engine compares the inputs itself. */
export interface DiffResult {
  readonly changes?: boolean;
  readonly replaces?: string[];
  readonly deleteBeforeReplace?: boolean;
}

/** Without an id, the object is gone. */
export interface ReadResult {
  readonly id?: string;
  readonly props?: Record<string, unknown>;
  readonly inputs?: Record<string, unknown>;
}
