/** Every call of a scenario goes wrong in every way; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Ended, type Stack } from "../../support/engine";
import { openWorld, type SharedWorld } from "../../support/simulated";
import { accidentKinds, canMeet, observe, type Accident, type Observed } from "./accident";
import { expectAccount } from "./account";
import { asWanted, look } from "./look";
import type { Happening, Scenario } from "./scenario";

/** A world in which the scenario is about to begin. */
interface Stage {
  readonly world: SharedWorld;
  readonly stack: Stack;
  /** Instances that AS did not create. */
  readonly attached: readonly string[];
}

/** What has happened makes AS act after some seconds; it is not to be at the end of it. */
const TO_BEGIN_SCALING_SECONDS = 6;

const programOf = (world: SharedWorld, more: Args): Args =>
  world.args({ minInstanceNumber: 1, desireInstanceNumber: 2, maxInstanceNumber: 4, ...more });

const happen = (world: SharedWorld, { change, body = {}, instance }: Happening): void => {
  if (instance === undefined) world.outside(change, body);
  else world.simulator.admin.outside(change, { instance_id: world.members()[instance], ...body });
};

const setUp = async (world: SharedWorld, { before, happened = [] }: Scenario): Promise<Stage> => {
  world.reset();
  const stack = openStack(world);
  if (before !== undefined) expect((await stack.up(programOf(world, before))).failure).toBe(undefined);
  for (const happening of happened) happen(world, happening);
  world.pass(TO_BEGIN_SCALING_SECONDS);
  return { world, stack, attached: look(world).groups[0]?.attached ?? [] };
};

const run = ({ world, stack }: Stage, { command }: Scenario): Promise<Ended> =>
  command.name === "destroy" ? stack.destroy() : stack.up(programOf(world, command.program));

const perform = (stage: Stage, scenario: Scenario, accident?: Accident): Promise<Observed> =>
  observe(stage.world, stage.stack, () => run(stage, scenario), accident);

/** Nothing is left to be done, and finding that out changes nothing. */
const expectNothingToDo = async ({ world, stack }: Stage, program: Args): Promise<void> => {
  world.calls();
  const { operation, failure, warnings } = await stack.preview(programOf(world, program));
  expect({ operation, failure, warnings, writes: world.calls().writes }).toEqual({
    operation: "same",
    failure: undefined,
    warnings: [],
    writes: [],
  });
};

/** The invariants of an end. */
const expectGoodEnd = async (stage: Stage, { command }: Scenario): Promise<void> => {
  const { world, stack, attached } = stage;
  const { groups, strays, deleted } = look(world);
  expect(deleted.filter((id) => attached.includes(id))).toEqual([]);
  expect(stack.replaced()).toEqual([]);
  if (command.name === "destroy") {
    expect([groups, strays, stack.recorded()]).toEqual([[], attached, undefined]);
    return;
  }
  const { wanted, program } = command;
  expect(groups).toEqual([asWanted(wanted, stack.recorded()?.id, attached)]);
  expect(strays).toEqual(wanted.leavesAttached === true ? attached : []);
  expect(stack.recorded()?.initErrors).toEqual([]);
  await expectNothingToDo(stage, program);
};

const proveAt = async (world: SharedWorld, scenario: Scenario, accident: Accident): Promise<void> => {
  const stage = await setUp(world, scenario);
  const observed = await perform(stage, scenario, accident);
  expect(observed.calls.length).toBeGreaterThanOrEqual(accident.at);
  expectAccount(world, scenario.command.name, observed, accident);
  expect((await perform(stage, scenario)).ended.failure).toBe(undefined);
  await expectGoodEnd(stage, scenario);
};

/** Proves a scenario: undisturbed, and with each accident at each of its calls. */
export const proveCrashPoints = (scenario: Scenario): void => {
  describe(scenario.title, async () => {
    const world = await openWorld({ variants: scenario.variants, oversleep: 8 });
    afterAll(() => world.close());
    const { calls } = await perform(await setUp(world, scenario), scenario);

    test("succeeds undisturbed", async () => {
      const stage = await setUp(world, scenario);
      expect((await perform(stage, scenario)).ended.failure).toBe(undefined);
      await expectGoodEnd(stage, scenario);
    });

    for (const kind of accidentKinds)
      for (const [index, call] of calls.entries())
        if (canMeet(kind, call))
          test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, () =>
            proveAt(world, scenario, { kind, at: index + 1 }));
  });
};
