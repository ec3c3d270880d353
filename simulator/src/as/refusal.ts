/** Refusals of the AS service. */

/** Thrown by the AS service; answered as `{"error":{"code","message"}}`. */
export class AsRefusal extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** For example `AS.2007`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "AsRefusal";
  }
}

/** The body of a refusal. */
export function errorBody(code: string, message: string): { error: { code: string; message: string } } {
  return { error: { code, message } };
}

/** The status of 253 of the 260 documented codes. */
export const refuse = (code: string, message: string): AsRefusal => new AsRefusal(400, code, message);

/** Why one item of a batch is refused. */
export interface ItemFailure {
  readonly id: string;
  readonly errorCode: string;
  readonly errorMessage: string;
}

/** A batch call holds the refusals of its items as JSON text in its own message. */
export const refuseBatch = (code: string, failures: readonly ItemFailure[]): AsRefusal =>
  refuse(code, JSON.stringify(failures));
