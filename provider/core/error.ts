/**
 * Everything that can go wrong, as values. Errors become exceptions in one place only, `runtime/`.
 *
 * No variant has room for a header, a token, a request or a response body.
 */
import type { Mismatch } from "./decode";
import type { LockedChange } from "./as-group/lock";
import type { LiveFacts } from "./as-group/facts";

/** An instance for which a batch failed, with the AS code of its own. */
export interface FailedInstance {
  readonly id: string;
  readonly code: string;
}

/** The service answered with an error status. */
export interface Refused {
  readonly _tag: "Refused";
  /** What was being done, such as `modify AS group`. */
  readonly operation: string;
  readonly status: number;
  /** Such as `AS.2030`; absent when the answer held none. */
  readonly code?: string;
  /** The service's own sentence, shortened. For people only: nothing decides on it. */
  readonly text?: string;
  /** Of a batch (AS.4029, AS.4030, AS.4033). */
  readonly instances?: readonly FailedInstance[];
}

/** A documented "does not exist": HTTP 404, or 400 with a GONE code. Nothing else means gone. */
export interface NotFound {
  readonly _tag: "NotFound";
  readonly operation: string;
  readonly code?: string;
}

/** Sign-in failed, or a token was refused again after it had been renewed. */
export interface SignInFailed {
  readonly _tag: "SignInFailed";
  readonly reason: string;
}

/** No answer arrived. The request may have been carried out. */
export interface Unreachable {
  readonly _tag: "Unreachable";
  readonly operation: string;
  /** Such as `ECONNREFUSED 127.0.0.1:8080`; never a URL with credentials. */
  readonly reason: string;
  /** True when the connection was never made, so that nothing can have happened. */
  readonly neverSent: boolean;
}

/** A successful answer that does not have the documented form. */
export interface Undecodable {
  readonly _tag: "Undecodable";
  readonly operation: string;
  readonly mismatches: readonly Pick<Mismatch, "path" | "expected">[];
}

/** Sign-in or endpoint settings are missing or contradict each other. */
export interface Misconfigured {
  readonly _tag: "Misconfigured";
  readonly problems: readonly string[];
}

/** The arguments or the recorded state do not have the form that this package writes. */
export interface Malformed {
  readonly _tag: "Malformed";
  readonly what: "arguments" | "recorded state";
  readonly mismatches: readonly Pick<Mismatch, "path" | "expected">[];
}

/** A locked field would have to change while the group does not allow it. */
export interface Locked {
  readonly _tag: "Locked";
  readonly changes: readonly LockedChange[];
  readonly facts: LiveFacts;
  /** Fields that the program did not edit: somebody changed them outside. */
  readonly drifted: readonly string[];
}

/** A wait ended at its deadline. */
export interface TimedOut {
  readonly _tag: "TimedOut";
  /** Such as `3 instances in service`. */
  readonly wanted: string;
  /** Such as `1 of 3 instances in service, scaling action in progress`. */
  readonly last: string;
  readonly seconds: number;
  /** What the scaling action logs say, when they say something. */
  readonly evidence?: string;
}

/** AS tried to scale and gave up. */
export interface ScalingFailed {
  readonly _tag: "ScalingFailed";
  readonly wanted: string;
  readonly last: string;
  readonly evidence: string;
}

/** The plan must not go on, for a reason that only a person can resolve. */
export interface Stopped {
  readonly _tag: "Stopped";
  readonly reason: string;
  readonly next: readonly string[];
}

/** A drain did not get to its end. */
export interface Interrupted {
  readonly _tag: "Interrupted";
  readonly cause: AsError;
  /** The group has its capacity and its status back; otherwise its journal says what is to be restored. */
  readonly undone: boolean;
  /** Steps in words. */
  readonly done: string;
  readonly left: string;
}

/** A refresh of instances did not get to its end; its journal lets the next run go on. */
export interface RefreshHalted {
  readonly _tag: "RefreshHalted";
  readonly cause: AsError;
  /** Old instances at the beginning of this run. */
  readonly total: number;
  /** Ids of the instances that are still old; absent when they could not be listed. */
  readonly left?: readonly string[];
  /** The live group and its bounds in words; absent when it could not be read. */
  readonly group?: string;
  /** What could not be given back, in words. */
  readonly owed?: string;
}

/** Everything that can go wrong in this package. */
export type AsError =
  | Refused
  | NotFound
  | SignInFailed
  | Unreachable
  | Undecodable
  | Misconfigured
  | Malformed
  | Locked
  | TimedOut
  | ScalingFailed
  | Stopped
  | Interrupted
  | RefreshHalted;

export const refused = (fields: Omit<Refused, "_tag">): Refused => ({ _tag: "Refused", ...fields });
export const notFound = (fields: Omit<NotFound, "_tag">): NotFound => ({ _tag: "NotFound", ...fields });
export const signInFailed = (reason: string): SignInFailed => ({ _tag: "SignInFailed", reason });
export const unreachable = (fields: Omit<Unreachable, "_tag">): Unreachable => ({
  _tag: "Unreachable",
  ...fields,
});
export const undecodable = (operation: string, found: readonly Mismatch[]): Undecodable => ({
  _tag: "Undecodable",
  operation,
  mismatches: found.map(({ path, expected }) => ({ path, expected })),
});
export const misconfigured = (problems: readonly string[]): Misconfigured => ({
  _tag: "Misconfigured",
  problems,
});
export const malformed = (what: Malformed["what"], found: readonly Mismatch[]): Malformed => ({
  _tag: "Malformed",
  what,
  mismatches: found.map(({ path, expected }) => ({ path, expected })),
});
export const locked = (
  changes: readonly LockedChange[],
  facts: LiveFacts,
  drifted: readonly string[] = [],
): Locked => ({ _tag: "Locked", changes, facts, drifted });
export const timedOut = (fields: Omit<TimedOut, "_tag">): TimedOut => ({ _tag: "TimedOut", ...fields });
export const scalingFailed = (fields: Omit<ScalingFailed, "_tag">): ScalingFailed => ({
  _tag: "ScalingFailed",
  ...fields,
});
export const stopped = (reason: string, next: readonly string[] = []): Stopped => ({
  _tag: "Stopped",
  reason,
  next,
});

export const interrupted = (fields: Omit<Interrupted, "_tag">): Interrupted => ({
  _tag: "Interrupted",
  ...fields,
});

export const refreshHalted = (fields: Omit<RefreshHalted, "_tag">): RefreshHalted => ({
  _tag: "RefreshHalted",
  ...fields,
});

/** Is this a refusal with one of these AS codes? */
export const hasCode = (error: AsError, ...codes: readonly string[]): boolean =>
  error._tag === "Refused" && error.code !== undefined && codes.includes(error.code);
