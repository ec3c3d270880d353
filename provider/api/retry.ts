/** When a request is repeated, and after how long. Pure: `http.ts` obeys. */

/** Why an attempt did not end well. */
export type Fault =
  | { readonly kind: "status"; readonly status: number }
  | {
      readonly kind: "network";
      /** The connection was never made, so that nothing can have happened. */
      readonly neverSent: boolean;
      /** May pass by itself. An untrusted certificate or an unknown host name does not. */
      readonly passing: boolean;
    };

const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** An answer that a repetition may improve. */
export const isTransientStatus = (status: number): boolean => TRANSIENT_STATUSES.has(status);

/**
 * May the request be sent again? One that is not idempotent only if it certainly never left: the service may
 * have carried it out before the answer was lost, and even an error status does not prove the contrary.
 */
export const mayRepeat = (fault: Fault, idempotent: boolean): boolean => {
  if (fault.kind === "status") return idempotent && isTransientStatus(fault.status);
  return fault.passing && (idempotent || fault.neverSent);
};

/** May the service have carried out an attempt that ended like this? */
export const mayHaveArrived = (fault: Fault): boolean =>
  fault.kind === "status" ? fault.status >= 500 : !fault.neverSent;

/** The longest pause that this package chooses itself. */
export const MAX_BACKOFF_MS = 8_000;

/** The longest pause that a service may ask for with `Retry-After`. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** What the pause before a repetition depends on. */
export interface Pause {
  /** 1 before the first repetition. */
  readonly attempt: number;
  /** Pause before the first repetition; doubled each time. */
  readonly baseMs: number;
  /** What the service asked for; 0 when it did not. */
  readonly retryAfterMs: number;
  /** From 0 to 1. */
  readonly random: number;
}

/**
 * The pause before a repetition: exponential, capped, and never shorter than what the service asked for. A
 * random fifth on top keeps clients that failed together from coming back together.
 */
export const pauseMs = ({ attempt, baseMs, retryAfterMs, random }: Pause): number => {
  const backoff = Math.min(baseMs * 2 ** (attempt - 1), MAX_BACKOFF_MS);
  const asked = Math.min(retryAfterMs, MAX_RETRY_AFTER_MS);
  return Math.max(backoff, asked) * (1 + 0.2 * random);
};
