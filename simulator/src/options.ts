/** The options of a simulator and their defaults. */
import type { AsServiceOptions } from "./as";
import type { SimulatedClock } from "./clock";
import { isLoopback } from "./page/address";

/** How a simulator is started. Every option has a default. */
export interface SimulatorOptions {
  /**
   * A loopback address; everything else is refused, because the administration has no sign-in.
   *
   * @default "127.0.0.1"
   */
  readonly host?: string | undefined;
  /**
   * @default 0, a free port
   */
  readonly port?: number | undefined;
  /**
   * Simulated seconds per real second; not used when `clock` is given.
   *
   * @default 50
   */
  readonly speed?: number | undefined;
  /**
   * A clock of one's own, for example one that a test advances by hand.
   *
   * @default - a clock that runs at `speed`
   */
  readonly clock?: SimulatedClock | undefined;
  /**
   * @default "eu-de"
   */
  readonly region?: string | undefined;
  /**
   * Availability zones.
   *
   * @default - three: `{region}-01` to `{region}-03`
   */
  readonly zones?: readonly string[] | undefined;
  /**
   * @default - the documented quotas
   */
  readonly quotas?: AsServiceOptions["quotas"] | undefined;
  /**
   * Readings taken where documents contradict each other.
   *
   * @default - the strictest reading of each
   */
  readonly variants?: AsServiceOptions["variants"] | undefined;
  /** Seed of the ids of the AS service, for runs that can be repeated. */
  readonly seed?: number | undefined;
  /**
   * @default - drawn at random
   */
  readonly projectId?: string | undefined;
  /**
   * @default - `{region}_simulator`
   */
  readonly projectName?: string | undefined;
  /**
   * @default "OTC00000000001000000001"
   */
  readonly domainName?: string | undefined;
  /**
   * @default "simulator"
   */
  readonly username?: string | undefined;
  /**
   * @default - drawn at random
   */
  readonly password?: string | undefined;
  /**
   * @default - drawn at random
   */
  readonly accessKey?: string | undefined;
  /**
   * @default - drawn at random
   */
  readonly secretKey?: string | undefined;
  /**
   * Simulated hours until a token expires.
   *
   * @default 24
   */
  readonly tokenLifetimeHours?: number | undefined;
}

/** Thrown when an option has a value that cannot be used. */
export class OptionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OptionError";
  }
}

/**
 * The address to listen on.
 *
 * @throws OptionError when it can be reached from other machines
 */
export function loopbackAddress(host = "127.0.0.1"): string {
  if (host === "localhost") return "127.0.0.1";
  if (!isLoopback(host)) {
    throw new OptionError(
      `the simulator listens on loopback addresses only (127.0.0.1, ::1, localhost), not on ${host}: ` +
        "its administration has no sign-in",
    );
  }
  return host;
}
