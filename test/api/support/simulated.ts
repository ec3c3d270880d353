/** A client of a simulator whose time stands still until a test advances it. */
import {
  type manualClock,
  manualClock as standingClock,
  type SimulatorOptions,
  startSimulator,
} from "otc-as-simulator";
import { onTestFinished } from "vitest";
import { createAsGroup, resumeAsGroup } from "../../../provider/api/as-group";
import { type AsClient, createClient } from "../../../provider/api/client";
import { createHttp } from "../../../provider/api/http";
import type { AsGroupCreation } from "../../../provider/core/as-group/model";
import { secret } from "../../../provider/core/secret";
import type { Settings } from "../../../provider/core/settings";
import { valueOf } from "./either";

type Simulator = Awaited<ReturnType<typeof startSimulator>>;

export const VPC = "00000000-0000-4000-8000-000000000001";
export const SUBNET = "00000000-0000-4000-8000-000000000002";
export const POOL = "00000000-0000-4000-8000-000000000006";
/** A well-formed id of nothing. */
export const NOTHING = "00000000-0000-4000-8000-00000000ffff";

/** Longer than any scaling action, its start included. */
const ONE_ACTION_MS = 180_000;

/** The simulator, a client that is to sign in with a password, and short ways to common situations. */
export interface Simulated {
  readonly simulator: Simulator;
  readonly clock: ReturnType<typeof manualClock>;
  readonly settings: Settings;
  readonly client: AsClient;
  /** Id of a valid AS configuration. */
  readonly configurationId: string;
  /** Creates a group, paused and empty as the service makes it. */
  readonly pausedGroup: (changes?: Partial<AsGroupCreation>) => Promise<string>;
  /** Creates a group whose desired instances are in service. */
  readonly runningGroup: (desireInstanceNumber: number) => Promise<string>;
  /** Lets a scaling action begin and end. */
  readonly letScale: () => void;
}

/** Settings for the user of a simulator. */
const settingsFor = ({ credentials }: Simulator): Settings => ({
  authUrl: credentials.authUrl,
  signIn: {
    method: "password",
    user: { name: credentials.username, domain: { name: credentials.domainName } },
    password: secret(credentials.password),
  },
  project: { name: credentials.projectName },
});

/** Starts a simulator that the test's end closes. */
export const simulated = async (options: SimulatorOptions = {}): Promise<Simulated> => {
  const clock = standingClock();
  const simulator = await startSimulator({ ...options, clock });
  onTestFinished(() => simulator.close());
  const settings = settingsFor(simulator);
  const client = createClient(settings, createHttp({ retryDelayMs: 1 }), Date.now);
  const seeded = simulator.admin.outside("seedConfiguration", {}) as { scaling_configuration_id: string };
  const configurationId = seeded.scaling_configuration_id;

  const pausedGroup = (changes: Partial<AsGroupCreation> = {}): Promise<string> =>
    valueOf(
      createAsGroup(client)({
        scalingGroupName: "web",
        scalingConfigurationId: configurationId,
        vpcId: VPC,
        networks: [{ id: SUBNET, ipv6Enable: false }],
        maxInstanceNumber: 30,
        ...changes,
      }),
    );
  const letScale = (): void => {
    clock.advance(ONE_ACTION_MS);
  };
  const runningGroup = async (desireInstanceNumber: number): Promise<string> => {
    const id = await pausedGroup({ desireInstanceNumber });
    await valueOf(resumeAsGroup(client)(id));
    letScale();
    return id;
  };
  return { simulator, clock, settings, client, configurationId, pausedGroup, runningGroup, letScale };
};
