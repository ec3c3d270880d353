/** What the administration of a simulator can do, as functions. */
import type { AsService, Snapshot } from "../as";
import type { SimulatedClock } from "../clock";
import type { TemporaryKey } from "../iam/access-keys";
import type { Authentication } from "../iam/authentication";
import type { Fault, Faults, FaultSpec } from "./fault";
import type { Counters, LoggedRequest, RequestLog } from "./request-log";

/** Thrown when the administration is asked for something that it cannot do. */
export class AdminRefusal extends Error {
  constructor(
    readonly status: 400 | 403 | 404,
    message: string,
  ) {
    super(message);
    this.name = "AdminRefusal";
  }
}

/** The administration of a simulator. */
export interface Admin {
  /**
   * Sets a fault and returns its id.
   *
   * @throws AdminRefusal 400 when `match.path` is not a well-formed regular expression
   */
  fault(spec: FaultSpec): string;
  /** All faults that were set and not cleared, spent ones included. */
  faults(): readonly Fault[];
  /**
   * Clears all faults, or one.
   *
   * @throws AdminRefusal 404 when there is no fault with this id
   */
  clearFaults(id?: string): void;
  /** Calls since the log was cleared, in order of arrival; with a limit only so many of the newest. */
  requests(limit?: number): readonly LoggedRequest[];
  counters(): Counters;
  /** Empties the request log and sets the counters to zero. */
  clearRequests(): void;
  /** The state of the AS service. */
  snapshot(): Snapshot;
  /** Back to the start: AS state, faults, request log and counters. Tokens and keys stay good. */
  reset(): void;
  /** Simulated seconds per real second. */
  speed(speed: number): void;
  /** Names of the changes that {@link Admin.outside} knows. */
  outsideChanges(): readonly string[];
  /**
   * Makes a change that nobody made through the API: an instance dies, a flavour is sold out.
   *
   * @throws AdminRefusal 404 when there is no change with this name
   * @throws AsRefusal 400 when the body makes no sense
   */
  outside(name: string, body?: unknown): unknown;
  /** Ends all tokens that were issued so far and returns how many were still good. */
  expireTokens(): number;
  /**
   * Issues a temporary access key.
   *
   * @param lifetimeSeconds simulated seconds
   * @default 900
   */
  temporaryKey(lifetimeSeconds?: number): TemporaryKey;
}

/** What the administration acts upon. */
export interface AdminParts {
  readonly as: AsService;
  readonly clock: SimulatedClock;
  readonly authentication: Authentication;
  readonly faults: Faults;
  readonly log: RequestLog;
}

const TEMPORARY_KEY_SECONDS = 900;

/** The administration over the parts of one simulator. */
export function createAdmin({ as, clock, authentication, faults, log }: AdminParts): Admin {
  return {
    fault: (spec) => {
      try {
        return faults.add(spec);
      } catch (error) {
        if (error instanceof SyntaxError) throw new AdminRefusal(400, error.message);
        throw error;
      }
    },
    faults: () => faults.list(),
    clearFaults: (id) => {
      const cleared = faults.clear(id);
      if (id !== undefined && !cleared) throw new AdminRefusal(404, `there is no fault ${id}`);
    },
    requests: (limit) => log.list(limit),
    counters: () => log.counters(),
    clearRequests: () => {
      log.clear();
    },
    snapshot: () => as.snapshot(),
    reset: () => {
      as.reset();
      faults.clear();
      log.clear();
    },
    speed: (speed) => {
      clock.setSpeed(speed);
    },
    outsideChanges: () => Object.keys(as.outside),
    outside: (name, body) => {
      const change = Object.hasOwn(as.outside, name) ? as.outside[name] : undefined;
      if (change === undefined) {
        const known = Object.keys(as.outside).join(", ");
        throw new AdminRefusal(404, `there is no outside change ${name}; there are ${known}`);
      }
      return change(body);
    },
    expireTokens: () => authentication.tokens.expireAll(),
    temporaryKey: (lifetimeSeconds = TEMPORARY_KEY_SECONDS) =>
      authentication.accessKeys.issueTemporary(lifetimeSeconds),
  };
}
