/** Faults: which call they meet and what they do to it. Pure but for the counters of {@link Faults}. */

/** The service a call is for; version documents count as AS. */
export type Service = "iam" | "as";

/** Which calls a fault looks at; an absent property fits every call. */
export interface FaultMatch {
  readonly service?: Service;
  readonly method?: string;
  /**
   * The path including `/autoscaling-api`, without the query. A regular expression when it starts with `^`,
   * else a glob: `*` stands for anything but a slash, `**` for anything.
   */
  readonly path?: string;
  /**
   * The first matching call that is hit, counted from the moment the fault was set.
   *
   * @default 1
   */
  readonly nth?: number;
}

/** What happens to a call that is hit. */
export type FaultEffect =
  /** Answered with this status and AS code; the call itself is not carried out. */
  | {
      readonly kind: "status";
      readonly status: number;
      /** @default "AS.0001" */
      readonly code?: string;
      readonly message?: string;
      /** For example `Retry-After`. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Carried out and answered after so many real milliseconds. */
  | { readonly kind: "delay"; readonly ms: number }
  /** The connection is reset; the call is not carried out. */
  | { readonly kind: "reset" }
  /** The call is carried out, then the connection ends without a response. */
  | { readonly kind: "lost" }
  /** The call is carried out; the response is a web page instead of JSON. */
  | { readonly kind: "malformed" }
  /** The call is carried out; the connection ends in the middle of the response body. */
  | { readonly kind: "truncated" };

/** A fault as it is set. */
export interface FaultSpec {
  readonly match: FaultMatch;
  readonly effect: FaultEffect;
  /**
   * How many matching calls in a row are hit.
   *
   * @default 1
   */
  readonly times?: number;
}

/** A fault that was set, with what it has met so far. */
export interface Fault extends FaultSpec {
  readonly id: string;
  /** Matching calls seen since the fault was set. */
  readonly seen: number;
  /** Calls hit; the fault is spent when this reaches `times`. */
  readonly hits: number;
}

/** A call as far as faults look at it. */
export interface Call {
  readonly service: Service;
  readonly method: string;
  readonly path: string;
}

/** @throws SyntaxError when a regular expression is not well-formed */
function pathPattern(path: string): RegExp {
  if (path.startsWith("^")) return new RegExp(path);
  const literal = path.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\*\*|\*/g, (stars) => (stars === "**" ? ".*" : "[^/]*"))}$`);
}

interface FaultInPlace {
  readonly id: string;
  readonly spec: FaultSpec;
  readonly fits: (call: Call) => boolean;
  seen: number;
  hits: number;
}

/** The faults of one simulator, in the order in which they were set. */
export class Faults {
  private faults: FaultInPlace[] = [];
  private count = 0;

  /** @throws SyntaxError when `match.path` is not a well-formed regular expression */
  add(spec: FaultSpec): string {
    const { service, method, path } = spec.match;
    const pattern = path === undefined ? undefined : pathPattern(path);
    const id = `fault-${++this.count}`;
    this.faults.push({
      id,
      spec,
      fits: (call) =>
        (service === undefined || service === call.service) &&
        (method === undefined || method.toUpperCase() === call.method) &&
        (pattern === undefined || pattern.test(call.path)),
      seen: 0,
      hits: 0,
    });
    return id;
  }

  list(): readonly Fault[] {
    return this.faults.map(({ id, spec, seen, hits }) => ({ id, ...spec, seen, hits }));
  }

  /** Removes one fault, or all. Returns whether there was one to remove. */
  clear(id?: string): boolean {
    const before = this.faults.length;
    this.faults = id === undefined ? [] : this.faults.filter((fault) => fault.id !== id);
    return this.faults.length < before;
  }

  /**
   * Counts the call at every fault that it fits and returns the effect of the first fault that is due. To be
   * called once per call, at its arrival and in one go, so that concurrent calls are counted in order.
   */
  meet(call: Call): FaultEffect | undefined {
    const fitting = this.faults.filter((fault) => fault.fits(call));
    for (const fault of fitting) fault.seen += 1;
    const due = fitting.find(
      ({ spec, seen, hits }) => seen >= (spec.match.nth ?? 1) && hits < (spec.times ?? 1),
    );
    if (due === undefined) return undefined;
    due.hits += 1;
    return due.spec.effect;
  }
}
