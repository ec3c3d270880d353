import * as t from "io-ts";

const CallCount = t.type({ total: t.number, byRoute: t.record(t.string, t.number) });

/** The simulator's counters: calls to the AS service and to the identity service. */
export const Counters = t.type({ as: CallCount, iam: CallCount });
export type Counters = t.TypeOf<typeof Counters>;

/** Calls that somebody has made. */
export interface Traffic {
  /** Sign-ins included. */
  readonly calls: number;
  /** Those that ask AS for a change. */
  readonly writes: number;
}

/** A tag query is a read that is sent as a POST. */
const isWrite = (route: string): boolean => !/^GET |\/resource_instances\/action$/.test(route);

export function trafficOf({ as, iam }: Counters): Traffic {
  const writes = Object.entries(as.byRoute).map(([route, calls]) => (isWrite(route) ? calls : 0));
  return { calls: as.total + iam.total, writes: writes.reduce((sum, calls) => sum + calls, 0) };
}

/** What has come after `earlier`. */
export function trafficSince(earlier: Traffic, now: Traffic): Traffic {
  return { calls: now.calls - earlier.calls, writes: now.writes - earlier.writes };
}

export function totalTraffic(parts: readonly Traffic[]): Traffic {
  return parts.reduce(
    (sum, { calls, writes }) => ({ calls: sum.calls + calls, writes: sum.writes + writes }),
    { calls: 0, writes: 0 },
  );
}
