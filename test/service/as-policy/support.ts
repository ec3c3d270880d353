/** An AS policy of a group in the simulator, and what happens there without Pulumi. */
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import type { SimulatorOptions } from "otc-as-simulator";
import { createAsGroup } from "../../../provider/api/as-group";
import { type AsClient, createClient } from "../../../provider/api/client";
import { noContent } from "../../../provider/api/codec/wire";
import { createHttp } from "../../../provider/api/http";
import { secret } from "../../../provider/core/secret";
import { SUBNET, VPC, type Args } from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";

export const ALARM = "al1700000000001abcDEF12Z";
export const OTHER_ALARM = "al1700000000002abcDEF12Z";
/** Far beyond the time of any test. */
export const END = "2099-12-31T00:00Z";

type Simulator = World["simulator"];
type Policy = ReturnType<Simulator["admin"]["snapshot"]>["policies"][number];

interface PolicyWorld extends World {
  /** Calls the service as somebody who is not Pulumi. */
  readonly client: AsClient;
  /** Makes a group, paused and empty, and gives its id. */
  readonly newGroup: (name?: string) => Promise<string>;
  readonly newBandwidth: () => string;
  readonly policies: () => readonly Policy[];
  /** The only policy, as version 2 of the API shows it. */
  readonly policy: () => Policy["document"];
}

/** The value of an operation that must succeed. */
export const done = async <A>(operation: TaskEither<unknown, A>): Promise<A> => {
  const outcome = await operation();
  if (E.isLeft(outcome)) throw new Error(`not done: ${JSON.stringify(outcome.left)}`);
  return outcome.right;
};

const clientOf = ({ credentials }: Simulator): AsClient =>
  createClient(
    {
      authUrl: credentials.authUrl,
      signIn: {
        method: "password",
        user: { name: credentials.username, domain: { name: credentials.domainName } },
        password: secret(credentials.password),
      },
      project: { name: credentials.projectName },
    },
    createHttp({ retryDelayMs: 1 }),
    Date.now,
  );

const policyWorld = async (options: SimulatorOptions = {}): Promise<PolicyWorld> => {
  const world = await simulated(options);
  const { admin } = world.simulator;
  const client = clientOf(world.simulator);
  const policies = () => admin.snapshot().policies;
  const configurationId = String(world.args()["scalingConfigurationId"]);
  return {
    ...world,
    client,
    newGroup: (scalingGroupName = "web") =>
      done(
        createAsGroup(client)({
          scalingGroupName,
          scalingConfigurationId: configurationId,
          vpcId: VPC,
          networks: [{ id: SUBNET, ipv6Enable: false }],
          maxInstanceNumber: 10,
        }),
      ),
    newBandwidth: () =>
      (admin.outside("createBandwidth", {}) as { readonly bandwidth_id: string }).bandwidth_id,
    policies,
    policy: () => {
      const [only, ...others] = policies();
      if (only === undefined || others.length > 0)
        throw new Error(`there are ${policies().length} AS policies, not one`);
      return only.document;
    },
  };
};

export interface PolicyScene {
  readonly world: PolicyWorld;
  readonly group: string;
  readonly stack: Stack;
  /** Arguments of an alarm policy of the group. */
  readonly alarm: (more?: Args) => Args;
  /** Arguments of a daily policy of the group. */
  readonly daily: (more?: Args) => Args;
}

/** A group, and a stack without a policy. */
export const policyScene = async (options: SimulatorOptions = {}): Promise<PolicyScene> => {
  const world = await policyWorld(options);
  const group = await world.newGroup();
  world.calls();
  return {
    world,
    group,
    stack: openStack(world, "dev", "asPolicy"),
    alarm: (more = {}) => ({ scalingResourceId: group, scalingPolicyType: "ALARM", alarmId: ALARM, ...more }),
    daily: (more = {}) => ({
      scalingResourceId: group,
      scalingPolicyType: "RECURRENCE",
      scheduledPolicy: { launchTime: "20:00", recurrenceType: "Daily", endTime: END },
      ...more,
    }),
  };
};

/** Executes a policy now: it does so for eight seconds. */
export const execute = ({ world }: PolicyScene, id: string): Promise<undefined> =>
  done(
    world.client.request({
      operation: "execute AS policy",
      method: "POST",
      version: "v1",
      path: `/scaling_policy/${id}/action`,
      body: { action: "execute" },
      decoder: noContent,
    }),
  );

/** The policy that a stack with these arguments has made. */
export const made = async (
  scene: PolicyScene,
  args: Args,
): Promise<PolicyScene & { readonly id: string }> => {
  const { failure } = await scene.stack.up(args);
  if (failure !== undefined) throw new Error(failure);
  scene.world.calls();
  return { ...scene, id: scene.stack.recorded()?.id ?? "" };
};
