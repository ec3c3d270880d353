/** Every call of a scenario goes wrong in every way; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
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

const happen = (world: SharedWorld, { change, body = {}, to = "group" }: Happening): void => {
  const { admin } = world.simulator;
  if (to === "group") world.outside(change, body);
  else admin.outside(change, to === "account" ? body : { instance_id: world.members()[to], ...body });
};

const setUp = async (world: SharedWorld, { before, happened = [] }: Scenario): Promise<Stage> => {
  world.reset();
  const stack = openStack(world);
  if (before !== undefined) expect((await stack.up(programOf(world, before))).failure).toBe(undefined);
  for (const happening of happened) happen(world, happening);
  world.pass(TO_BEGIN_SCALING_SECONDS);
  return { world, stack, attached: look(world).groups[0]?.attached ?? [] };
};

const perform = ({ world, stack }: Stage, { command }: Scenario, accident?: Accident): Promise<Observed> =>
  observe(
    world,
    stack,
    () => (command.name === "destroy" ? stack.destroy() : stack.up(programOf(world, command.program))),
    accident,
  );

/** The run that makes all good, without faults. */
const performNext = async ({ world, stack }: Stage, { command }: Scenario): Promise<void> => {
  const { failure } = await (command.name === "destroy"
    ? stack.destroy()
    : stack.up(programOf(world, command.next ?? command.program)));
  expect(failure).toBe(undefined);
};

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
  const { wanted, program, next = program } = command;
  expect(groups).toEqual([asWanted(wanted, stack.recorded()?.id, attached)]);
  expect(strays).toEqual(wanted.leavesAttached === true ? attached : []);
  expect(stack.recorded()?.initErrors).toEqual([]);
  await expectNothingToDo(stage, next);
};

const refusalOf = ({ command }: Scenario): string | undefined =>
  command.name === "up" ? command.refusal : undefined;

const proveUndisturbed = async (world: SharedWorld, scenario: Scenario): Promise<void> => {
  const { command } = scenario;
  const stage = await setUp(world, scenario);
  const { failure } = (await perform(stage, scenario)).ended;
  const refusal = refusalOf(scenario);
  expect(failure).toEqual(refusal === undefined ? undefined : expect.stringContaining(refusal));
  const isAtEnd = command.name === "destroy" || command.next === undefined || refusal !== undefined;
  if (!isAtEnd) await performNext(stage, scenario);
  await expectGoodEnd(stage, scenario);
};

const proveAt = async (world: SharedWorld, scenario: Scenario, accident: Accident): Promise<void> => {
  const stage = await setUp(world, scenario);
  const observed = await perform(stage, scenario, accident);
  expect(observed.calls.length).toBeGreaterThanOrEqual(accident.at);
  // A refused program has an account of its own, which its undisturbed run shows.
  if (refusalOf(scenario) === undefined) expectAccount(world, scenario.command.name, observed, accident);
  await performNext(stage, scenario);
  await expectGoodEnd(stage, scenario);
};

/** Proves a scenario: undisturbed, and with each accident at each of its calls. */
export const proveCrashPoints = (scenario: Scenario): void => {
  describe(scenario.title, async () => {
    const world = await openWorld({ variants: scenario.variants, oversleep: 8 });
    afterAll(() => world.close());
    const { calls } = await perform(await setUp(world, scenario), scenario);

    test("undisturbed, ends as it should", () => proveUndisturbed(world, scenario));

    for (const kind of accidentKinds)
      for (const [index, call] of calls.entries())
        if (canMeet(kind, call))
          test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, () =>
            proveAt(world, scenario, { kind, at: index + 1 }));
  });
};
