/** The Open Telekom Cloud Auto Scaling service in memory: starts one in this process. */
import type { AddressInfo } from "node:net";
import { createAsService, type AsService } from "./as";
import { createAdmin, type Admin } from "./admin/admin";
import { Faults } from "./admin/fault";
import { RequestLog } from "./admin/request-log";
import { realClock, type SimulatedClock } from "./clock";
import { createAccount, type Account } from "./iam/account";
import { Authentication } from "./iam/authentication";
import { loopbackAddress, type SimulatorOptions } from "./options";
import { Feed } from "./page/feed";
import { createServer } from "./server";

/** What a client needs to sign in. */
export interface Credentials {
  /** Address of the identity service, ending in `/v3`. */
  readonly authUrl: string;
  /** Address of the AS service, without a path, as the table of regions and endpoints gives it. */
  readonly endpoint: string;
  readonly region: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly domainName: string;
  readonly username: string;
  readonly password: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A simulator that is running. */
export interface Simulator {
  readonly credentials: Credentials;
  /** Address of the server, without a path. */
  readonly url: string;
  readonly clock: SimulatedClock;
  readonly as: AsService;
  readonly admin: Admin;
  /** Ends open connections and stops the clock. */
  close(): Promise<void>;
}

const DEFAULT_SPEED = 50;
const DEFAULT_TOKEN_LIFETIME_HOURS = 24;

/**
 * Starts a simulator. It listens when the promise resolves.
 *
 * @throws OptionError when the host is not a loopback address
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const host = loopbackAddress(options.host);
  const region = options.region ?? "eu-de";
  const account = createAccount({ ...options, region });
  const clock = options.clock ?? realClock(options.speed ?? DEFAULT_SPEED);
  const lifetimeHours = options.tokenLifetimeHours ?? DEFAULT_TOKEN_LIFETIME_HOURS;
  const authentication = new Authentication(account, clock, lifetimeHours);
  const as = createAsService({
    projectId: account.project.id,
    region,
    zones: options.zones ?? ["01", "02", "03"].map((zone) => `${region}-${zone}`),
    clock,
    ...(options.quotas !== undefined && { quotas: options.quotas }),
    ...(options.variants !== undefined && { variants: options.variants }),
    ...(options.seed !== undefined && { seed: options.seed }),
  });
  const faults = new Faults();
  const log = new RequestLog(clock);
  const admin = createAdmin({ as, clock, authentication, faults, log });

  let url = "";
  const feed = new Feed({ overview: (limit) => as.overview(limit), clock, admin });
  const server = createServer({ as, clock, authentication, faults, log, admin, feed, url: () => url });
  await server.listen({ host, port: options.port ?? 0 });
  const { port } = server.server.address() as AddressInfo;
  url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

  return {
    credentials: credentials(url, account),
    url,
    clock,
    as,
    admin,
    close: async () => {
      await server.close();
      clock.stop();
    },
  };
}

function credentials(url: string, account: Account): Credentials {
  return {
    authUrl: `${url}/v3`,
    endpoint: url,
    region: account.region,
    projectId: account.project.id,
    projectName: account.project.name,
    domainName: account.domain.name,
    username: account.user.name,
    password: account.password,
    accessKey: account.accessKey,
    secretKey: account.secretKey,
  };
}

export { AdminRefusal, type Admin } from "./admin/admin";
export type { Fault, FaultEffect, FaultMatch, FaultSpec } from "./admin/fault";
export type { CallCount, Counters, LoggedRequest } from "./admin/request-log";
export {
  AsRefusal,
  type AsService,
  type AsServiceOptions,
  type GroupSnapshot,
  type InstanceSnapshot,
  type PolicySnapshot,
  type Quotas,
  type ServerSnapshot,
  type Snapshot,
  type Variants,
} from "./as";
export { manualClock, realClock, type SimulatedClock } from "./clock";
export type { TemporaryKey } from "./iam/access-keys";
export { OptionError, type SimulatorOptions } from "./options";
