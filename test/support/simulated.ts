/** A simulator whose time moves only while the provider waits, so that no test waits. */
import { setImmediate } from "node:timers/promises";
import { manualClock, startSimulator, type Simulator, type SimulatorOptions } from "otc-as-simulator";
import { onTestFinished } from "vitest";
import type { Clock } from "../../provider/wait/clock";
import { summarize, type Calls } from "../e2e/support/calls";
import { groupArgs, type Args } from "../e2e/support/group-args";

/** A group as the simulator holds it. */
type SimulatedGroup = ReturnType<Simulator["admin"]["snapshot"]>["groups"][number];

/** The simulator, what tests look at, and what happens there without Pulumi. */
export interface World {
  readonly simulator: Simulator;
  /** The provider's clock: a sleep moves the simulator's time on. */
  readonly clock: Clock;
  /** Stack configuration to sign in with. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Arguments of a small group, one instance of which comes up. */
  readonly args: (more?: Args) => Args;
  readonly groups: () => readonly SimulatedGroup[];
  /** The only group. */
  readonly group: () => SimulatedGroup;
  /** Ids of the ECSs in the only group. */
  readonly members: () => readonly string[];
  /** Makes a change that nobody made through Pulumi, to the only group. */
  readonly outside: (change: string, body?: object) => unknown;
  /** Lets simulated seconds pass. */
  readonly pass: (seconds: number) => void;
  /** Calls since the last look, or since the start. */
  readonly calls: () => Calls;
}

const configurationOf = ({ credentials }: Simulator): Record<string, string> => ({
  "otc:authUrl": credentials.authUrl,
  "otc:userName": credentials.username,
  "otc:password": credentials.password,
  "otc:domainName": credentials.domainName,
  "otc:projectName": credentials.projectName,
});

/** A world that many tests share, one after another. */
export interface SharedWorld extends World {
  /** Back to an empty project with one AS configuration. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** How a world is made. */
interface WorldOptions extends SimulatorOptions {
  /**
   * How many times as long as it asked a sleeper sleeps: of several looks that would see the same, one is left.
   *
   * @default 1
   */
  readonly oversleep?: number;
}

/** Starts a simulator with one AS configuration. To be closed. */
export const openWorld = async ({ oversleep = 1, ...options }: WorldOptions = {}): Promise<SharedWorld> => {
  const time = manualClock();
  const simulator = await startSimulator({ ...options, clock: time });
  const { admin } = simulator;
  const seed = (): string =>
    (admin.outside("seedConfiguration") as { readonly scaling_configuration_id: string })
      .scaling_configuration_id;
  let configurationId = seed();
  const groups = (): readonly SimulatedGroup[] => admin.snapshot().groups;
  const group = (): SimulatedGroup => {
    const [only, ...others] = groups();
    if (only === undefined || others.length > 0)
      throw new Error(`there are ${groups().length} AS groups, not one`);
    return only;
  };
  return {
    simulator,
    clock: {
      now: () => time.now().getTime(),
      sleep: async (milliseconds, cut) => {
        // Whoever runs at the same time gets its turn first.
        await setImmediate();
        if (cut?.aborted !== true) time.advance(milliseconds * oversleep);
      },
    },
    configuration: configurationOf(simulator),
    args: (more) => groupArgs(configurationId, more),
    groups,
    group,
    members: () => group().instances.flatMap(({ server }) => (server === null ? [] : [server.id])),
    outside: (change, body = {}) => admin.outside(change, { scaling_group_id: group().id, ...body }),
    pass: (seconds) => {
      time.advance(seconds * 1000);
    },
    calls: () => {
      const calls = summarize(admin.requests());
      admin.clearRequests();
      return calls;
    },
    reset: () => {
      admin.reset();
      configurationId = seed();
    },
    close: () => simulator.close(),
  };
};

/** A world that ends with the test. */
export const simulated = async (options: WorldOptions = {}): Promise<World> => {
  const world = await openWorld(options);
  onTestFinished(() => world.close());
  return world;
};
