/** Every call of a scenario goes wrong in every way; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import { expectAccount } from "./account";
import { destroy, newStack, preview, up, type Stack } from "./engine";
import { asWanted, look } from "./look";
import { accidentKinds, canMeet, runInProcess, type Accident, type Ended } from "./process";
import { programOf, type Happening, type Scenario } from "./scenario";
import { openWorld, type World } from "./world";

/** A world in which the scenario is about to begin. */
interface Stage {
  readonly world: World;
  readonly stack: Stack;
  /** Instances that AS did not create. */
  readonly attached: readonly string[];
}

/** What has happened makes AS act after some seconds; it is not to be at the end of it. */
const TO_BEGIN_SCALING_MINUTES = 0.1;

const happen = (world: World, { change, body = {}, instance }: Happening): void => {
  const [group] = world.simulator.admin.snapshot().groups;
  const place =
    instance === undefined
      ? { scaling_group_id: group?.id }
      : { instance_id: group?.instances[instance]?.server?.id };
  world.outside(change, { ...place, ...body });
};

const setUp = async (world: World, { before, happened = [] }: Scenario): Promise<Stage> => {
  world.reset();
  const stack = newStack();
  if (before !== undefined) {
    const { ending } = await runInProcess(world, () => up(stack, programOf(world, before)));
    expect(ending).toEqual({ kind: "done" });
  }
  for (const happening of happened) happen(world, happening);
  world.pass(TO_BEGIN_SCALING_MINUTES);
  return { world, stack, attached: look(world).groups[0]?.attached ?? [] };
};

const command = ({ world, stack }: Stage, { command: { name, ...rest } }: Scenario): Promise<void> =>
  name === "destroy" || !("program" in rest) ? destroy(stack) : up(stack, programOf(world, rest.program));

const perform = (stage: Stage, scenario: Scenario, accident?: Accident): Promise<Ended> =>
  runInProcess(stage.world, () => command(stage, scenario), accident);

const isWrite = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method !== "GET" && !path.endsWith("/auth/tokens") && !path.endsWith("/resource_instances/action");

/** Nothing is left to be done, and finding that out changes nothing. */
const expectNothingToDo = async ({ world, stack }: Stage, program: Scenario["before"]): Promise<void> => {
  world.simulator.admin.clearRequests();
  let intention: unknown;
  const { ending } = await runInProcess(world, async () => {
    intention = await preview(stack, programOf(world, program ?? {}));
  });
  expect([ending, intention]).toEqual([{ kind: "done" }, "same"]);
  expect(world.simulator.admin.requests().filter(isWrite)).toEqual([]);
};

/** The invariants of an end. */
const expectGoodEnd = async (stage: Stage, scenario: Scenario): Promise<void> => {
  const { world, stack, attached } = stage;
  const { groups, strays, deleted } = look(world);
  expect(deleted.filter((id) => attached.includes(id))).toEqual([]);
  expect(stack.condemned).toEqual([]);
  if (scenario.command.name === "destroy") {
    expect([groups, strays, stack.resource]).toEqual([[], attached, undefined]);
    return;
  }
  const { wanted, program } = scenario.command;
  expect(groups).toEqual([asWanted(wanted, stack.resource, attached)]);
  expect(strays).toEqual(wanted.leavesAttached === true ? attached : []);
  expect(stack.resource?.initErrors).toEqual([]);
  await expectNothingToDo(stage, program);
};

const proveAt = async (world: World, scenario: Scenario, accident: Accident): Promise<void> => {
  const stage = await setUp(world, scenario);
  const ended = await perform(stage, scenario, accident);
  expect(ended.calls.length).toBeGreaterThanOrEqual(accident.at);
  if (ended.ending.kind === "failed")
    expectAccount({
      world,
      command: scenario.command.name,
      ended,
      at: accident.at,
      message: ended.ending.message,
    });
  const again = await perform(stage, scenario);
  expect(again.ending).toEqual({ kind: "done" });
  await expectGoodEnd(stage, scenario);
};

/** Proves a scenario: undisturbed, and with each accident at each of its calls. */
export const proveCrashPoints = (scenario: Scenario): void => {
  describe(scenario.title, async () => {
    const world = await openWorld(scenario.variants);
    afterAll(() => world.close());
    const { calls } = await perform(await setUp(world, scenario), scenario);
    test("succeeds undisturbed", async () => {
      const stage = await setUp(world, scenario);
      expect((await perform(stage, scenario)).ending).toEqual({ kind: "done" });
      await expectGoodEnd(stage, scenario);
    });

    for (const kind of accidentKinds)
      for (const [index, call] of calls.entries())
        if (canMeet(kind, call))
          test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, () =>
            proveAt(world, scenario, { kind, at: index + 1 }));
  });
};
