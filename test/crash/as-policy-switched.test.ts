/** Every call to AS policies that are switched or triggered anew goes wrong; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "../e2e/support/group-args";
import { openStack, type Stack } from "../support/engine";
import { openWorld, type SharedWorld } from "../support/simulated";
import { accidentKinds, canMeet, observe, type Accident, type Observed } from "./support/accident";

/** A command on a policy, and what there is to be afterwards. */
interface Scenario {
  readonly title: string;
  /** The program that has been applied already, if there is a policy. */
  readonly before?: (groupId: string) => Args;
  /** The program that is applied; without one, the policy is destroyed. */
  readonly program?: (groupId: string) => Args;
  /** Type, status and cooldown of every policy. */
  readonly wanted: readonly unknown[];
}

const look = ({ simulator }: SharedWorld): readonly unknown[] =>
  simulator.admin
    .snapshot()
    .policies.map(({ document }) => [
      document["scaling_policy_type"],
      document["policy_status"],
      document["cool_down_time"],
    ]);

const nightly =
  (more: Args = {}) =>
  (scalingResourceId: string): Args => ({
    scalingResourceId,
    scalingPolicyType: "RECURRENCE",
    scheduledPolicy: { launchTime: "20:00", recurrenceType: "Daily", endTime: "2099-12-31T00:00Z" },
    ...more,
  });

const onAlarm =
  (more: Args = {}) =>
  (scalingResourceId: string): Args => ({
    scalingResourceId,
    scalingPolicyType: "ALARM",
    alarmId: "al1700000000001abcDEF12Z",
    ...more,
  });

const scenarios: readonly Scenario[] = [
  {
    title: "the creation of a disabled AS policy",
    program: nightly({ enabled: false, coolDownTime: 60 }),
    wanted: [["RECURRENCE", "PAUSED", 60]],
  },
  {
    title: "the creation of an AS policy under a chosen name",
    program: onAlarm({ scalingPolicyName: "out", enabled: false }),
    wanted: [["ALARM", "PAUSED", 300]],
  },
  {
    title: "an edit that disables an AS policy and gives it another trigger",
    before: nightly(),
    program: onAlarm({ enabled: false, coolDownTime: 60 }),
    wanted: [["ALARM", "PAUSED", 60]],
  },
  {
    title: "an edit that enables an AS policy with another schedule",
    before: nightly({ enabled: false }),
    program: nightly({
      scheduledPolicy: { launchTime: "21:00", recurrenceType: "Daily", endTime: "2099-12-31T00:00Z" },
    }),
    wanted: [["RECURRENCE", "INSERVICE", 300]],
  },
  {
    title: "the deletion of an AS policy",
    before: nightly(),
    wanted: [],
  },
];

interface Stage {
  readonly stack: Stack;
  readonly groupId: string;
}

const setUp = async (world: SharedWorld, { before }: Scenario): Promise<Stage> => {
  world.reset();
  const { scalingConfigurationId } = world.args();
  const empty = groupArgs(String(scalingConfigurationId), { desireInstanceNumber: 0 });
  expect((await openStack(world).up(empty)).failure).toBe(undefined);
  const stage = { stack: openStack(world, "dev", "asPolicy"), groupId: world.group().id };
  if (before !== undefined) expect((await stage.stack.up(before(stage.groupId))).failure).toBe(undefined);
  return stage;
};

const perform = (
  world: SharedWorld,
  { stack, groupId }: Stage,
  { program }: Scenario,
  accident?: Accident,
): Promise<Observed> =>
  observe(
    world,
    stack,
    () => (program === undefined ? stack.destroy() : stack.up(program(groupId))),
    accident,
  );

const expectGoodEnd = async (
  world: SharedWorld,
  { stack, groupId }: Stage,
  { wanted, program }: Scenario,
): Promise<void> => {
  expect(look(world)).toEqual(wanted);
  expect(stack.replaced()).toEqual([]);
  if (program === undefined) {
    expect(stack.recorded()).toBe(undefined);
    return;
  }
  expect(stack.recorded()?.initErrors).toEqual([]);
  const { operation, failure, warnings } = await stack.preview(program(groupId));
  expect({ operation, failure, warnings }).toEqual({ operation: "same", failure: undefined, warnings: [] });
};

describe.each(scenarios)("$title", async (scenario) => {
  const world = await openWorld({ oversleep: 8 });
  afterAll(() => world.close());
  const { calls } = await perform(world, await setUp(world, scenario), scenario);

  test("undisturbed, ends as it should", async () => {
    const stage = await setUp(world, scenario);
    expect((await perform(world, stage, scenario)).ended.failure).toBe(undefined);
    await expectGoodEnd(world, stage, scenario);
  });

  for (const kind of accidentKinds)
    for (const [index, call] of calls.entries())
      if (canMeet(kind, call))
        test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, async () => {
          const stage = await setUp(world, scenario);
          const observed = await perform(world, stage, scenario, { kind, at: index + 1 });
          expect(observed.calls.length).toBeGreaterThanOrEqual(index + 1);
          expect((await perform(world, stage, scenario)).ended.failure).toBe(undefined);
          await expectGoodEnd(world, stage, scenario);
        });
});
