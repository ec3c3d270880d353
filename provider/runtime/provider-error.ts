/** The one kind of exception that reaches the engine. */

/**
 * The engine shows the message on the resource's row. For some operations it prints the exception once more, with its
 * stack, under the stack's own row: that copy is reduced to one short line.
 */
export class ProviderError extends Error {
  /** @param message what failed, on which group, why, and what to do next */
  constructor(message: string) {
    super(message);
    this.name = "ProviderError";
    this.stack = "see the message of the resource";
  }

  override toString(): string {
    return "pulumi-otc-autoscaling";
  }
}

/** A failure after the object exists: the engine saves it, and the next `up` goes on from there. */
export class PartialFailure extends ProviderError {
  /** The only text that the engine shows. */
  readonly reasons: readonly string[];

  /**
   * @param id the object that exists
   * @param reason what failed; never empty, or the engine would call the resource healthy
   * @param properties outputs to save, with `__provider`
   */
  constructor(
    readonly id: string,
    reason: string,
    readonly properties: Readonly<Record<string, unknown>>,
  ) {
    super(reason);
    this.reasons = [reason];
  }
}

/** Whatever was thrown, as an Error: the engine hangs on anything else. */
const asError = (thrown: unknown): Error =>
  thrown instanceof Error
    ? thrown
    : new ProviderError("an unexpected value was thrown; please report this as a bug");

/** Runs a handler so that nothing but an Error is ever thrown. */
export const guarded = async <A>(handler: () => A | Promise<A>): Promise<A> => {
  try {
    return await handler();
  } catch (thrown) {
    throw asError(thrown);
  }
};
