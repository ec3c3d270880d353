/** A simulator whose time moves only when somebody sleeps, so that minutes of waiting cost nothing. */
import { manualClock, startSimulator, type SimulatorOptions } from "otc-as-simulator";
import { createHttp, type Http } from "../../../provider/api/http";
import type { Clock } from "../../../provider/wait/clock";

type Simulator = Awaited<ReturnType<typeof startSimulator>>;

/** The service, the network to it, and the time that both share. */
export interface World {
  readonly simulator: Simulator;
  readonly clock: Clock;
  readonly http: Http;
  /** The sign-in settings. */
  readonly variables: Readonly<Record<string, string>>;
  /** An AS configuration that exists. */
  readonly configurationId: () => string;
  /** Lets time pass. */
  readonly pass: (minutes: number) => void;
  /** Makes a change that nobody made through Pulumi. */
  readonly outside: (change: string, body: object) => unknown;
  /** Back to an empty project. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

const MINUTE_MS = 60_000;

/** Sleepers wake late: of several looks that would see the same, one is left. */
const OVERSLEEP = 8;

const seeded = (simulator: Simulator): string =>
  (simulator.admin.outside("seedConfiguration", {}) as { scaling_configuration_id: string })
    .scaling_configuration_id;

/** Opens a world. To be closed. */
export const openWorld = async (variants: SimulatorOptions["variants"] = {}): Promise<World> => {
  const time = manualClock();
  const simulator = await startSimulator({ clock: time, variants });
  const { credentials } = simulator;
  let configurationId = seeded(simulator);
  return {
    simulator,
    clock: {
      now: () => time.now().getTime(),
      sleep: (milliseconds) =>
        new Promise((resolve) => {
          setImmediate(() => {
            time.advance(milliseconds * OVERSLEEP);
            resolve();
          });
        }),
    },
    http: createHttp({ retryDelayMs: 0, maxRetries: 1 }),
    variables: {
      OS_AUTH_URL: credentials.authUrl,
      OS_REGION_NAME: credentials.region,
      OS_USERNAME: credentials.username,
      OS_PASSWORD: credentials.password,
      OS_USER_DOMAIN_NAME: credentials.domainName,
      OS_PROJECT_NAME: credentials.projectName,
    },
    configurationId: () => configurationId,
    pass: (minutes) => {
      time.advance(minutes * MINUTE_MS);
    },
    outside: (change, body) => simulator.admin.outside(change, body),
    reset: () => {
      simulator.admin.reset();
      configurationId = seeded(simulator);
    },
    close: () => simulator.close(),
  };
};
