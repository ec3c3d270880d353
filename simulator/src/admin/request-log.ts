/** The log of calls to both services, and how many there were. */
import { redact } from "./redaction";
import type { Call, FaultEffect, Service } from "./fault";
import type { SimulatedClock } from "../clock";

/** One call; never its headers, and of bodies only AS writes with their secrets blanked. */
export interface LoggedRequest extends Call {
  /** Counts from 1 since the log was cleared, in order of arrival. */
  readonly seq: number;
  /** ISO 8601, real time. */
  readonly at: string;
  /** ISO 8601, simulated time. */
  readonly simulatedAt: string;
  readonly query: Readonly<Record<string, string>>;
  /** Absent while the call is under way, and when no response was sent. */
  readonly status?: number;
  /** AS code of a refusal. */
  readonly code?: string;
  /** The kind of the fault that met the call, if one did. */
  readonly outcome: "pending" | "answered" | FaultEffect["kind"];
  readonly body?: unknown;
}

/** Calls to one service. */
export interface CallCount {
  readonly total: number;
  /** By `METHOD route`, for example `GET /autoscaling-api/v1/:projectId/scaling_group`. */
  readonly byRoute: Readonly<Record<string, number>>;
}

/** Calls by service. */
export type Counters = Readonly<Record<Service, CallCount>>;

/** A call that has arrived. */
export interface ArrivedCall extends Call {
  /** Pattern of the route, or the path where there is no route. */
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
}

/** An entry while its call is under way. */
export type OpenEntry = { -readonly [K in keyof LoggedRequest]: LoggedRequest[K] };

/** Older entries are dropped, so that a simulator may run for days; counters are not affected. */
const MAX_ENTRIES = 20_000;

/** The log of one simulator. */
export class RequestLog {
  private entries: OpenEntry[] = [];
  private seq = 0;
  private counts: Record<Service, Map<string, number>> = { iam: new Map(), as: new Map() };

  constructor(private readonly clock: SimulatedClock) {}

  /** Returns the entry, for the caller to complete as the call goes on. */
  arrived({ route, ...call }: ArrivedCall): OpenEntry {
    const routes = this.counts[call.service];
    const key = `${call.method} ${route}`;
    routes.set(key, (routes.get(key) ?? 0) + 1);
    this.seq += 1;
    const entry: OpenEntry = {
      seq: this.seq,
      at: new Date().toISOString(),
      simulatedAt: this.clock.now().toISOString(),
      ...call,
      outcome: "pending",
    };
    this.entries.push(entry);
    if (this.entries.length > MAX_ENTRIES) this.entries.shift();
    return entry;
  }

  /**
   * A copy; calls under way do not change it afterwards.
   *
   * @param limit only so many of the newest
   */
  list(limit = MAX_ENTRIES): readonly LoggedRequest[] {
    return this.entries.slice(-limit).map((entry) => ({ ...entry }));
  }

  counters(): Counters {
    const count = (routes: ReadonlyMap<string, number>): CallCount => ({
      total: [...routes.values()].reduce((sum, calls) => sum + calls, 0),
      byRoute: Object.fromEntries(routes),
    });
    return { as: count(this.counts.as), iam: count(this.counts.iam) };
  }

  /** Empties the log and sets all counters to zero. */
  clear(): void {
    this.entries = [];
    this.seq = 0;
    this.counts = { iam: new Map(), as: new Map() };
  }
}

/** Keeps the body of an AS write, without its secrets. */
export function logBody(entry: OpenEntry, body: unknown): void {
  if (entry.service === "as" && entry.method !== "GET" && body !== undefined) entry.body = redact(body);
}
