/** Every call of a refresh goes wrong in every way; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import type { Args } from "../e2e/support/group-args";
import type { Stack } from "../support/engine";
import { withOldInstances, type Scene } from "../support/old-instances";
import { openWorld, type SharedWorld } from "../support/simulated";
import { accidentKinds, canMeet, observe, type Accident, type Observed } from "./support/accident";

/** A refresh, by the stack that asks for it. */
interface Refresh {
  readonly title: string;
  /** Minimum, desired and maximum number of instances of the group, all of which are old. */
  readonly capacity: readonly [number, number, number];
  /** Arguments of a resource of its own; without it, the group's update ends with the refresh. */
  readonly resource?: Args;
}

const refreshes: readonly Refresh[] = [
  { title: "with a surge that raises the maximum", capacity: [2, 2, 2], resource: { maxSurge: 1 } },
  {
    title: "of every instance at once",
    capacity: [1, 2, 8],
    resource: { maxSurge: 2, skipMatching: false },
  },
  {
    title: "that removes first",
    capacity: [2, 2, 2],
    resource: { maxSurge: 0, minHealthyPercentage: 50 },
  },
  { title: "at the end of an update", capacity: [2, 2, 2] },
];

/** A group with old instances, and the command that replaces them. */
interface Stage extends Scene {
  readonly old: readonly string[];
  readonly refreshing: Stack;
  readonly program: Args;
}

const SECONDS_UNTIL_QUIET = 900;

const setUp = async (world: SharedWorld, { capacity, resource }: Refresh): Promise<Stage> => {
  world.reset();
  const [minInstanceNumber, desireInstanceNumber, maxInstanceNumber] = capacity;
  const group = { minInstanceNumber, desireInstanceNumber, maxInstanceNumber };
  const scene = await withOldInstances(world, { group });
  const stage = { ...scene, old: scene.members() };
  if (resource !== undefined)
    return { ...stage, refreshing: scene.stack, program: scene.refreshArgs(resource) };
  const program = scene.groupProgram({
    scalingConfigurationId: scene.newConfiguration(),
    refreshOnConfigurationChange: { maxSurge: 2 },
  });
  return { ...stage, refreshing: scene.groupStack, program };
};

const perform = (world: SharedWorld, stage: Stage, accident?: Accident): Promise<Observed> =>
  observe(world, stage.refreshing, () => stage.refreshing.up(stage.program), accident);

const expectGoodEnd = async (stage: Stage, { capacity }: Refresh): Promise<void> => {
  stage.pass(SECONDS_UNTIL_QUIET);
  expect([stage.numbers(), stage.group().tags]).toEqual([capacity, {}]);
  const members = stage.members();
  expect([members.length, members.filter((id) => stage.old.includes(id))]).toEqual([capacity[1], []]);
  expect(stage.refreshing.recorded()?.initErrors).toEqual([]);
  const { operation, failure } = await stage.refreshing.preview(stage.program);
  expect([operation, failure]).toEqual(["same", undefined]);
};

/** A failure after the journal was written says how far the refresh has come, and what the next run does. */
const expectAccount = ({ ended: { failure = "" } }: Observed): void => {
  if (failure.includes("the instance refresh has halted"))
    expect(failure).toMatch(
      /\d of \d old instances are replaced|old instances at the beginning of this run: \d/,
    );
  if (failure.startsWith("AS group")) expect(failure).toContain("`pulumi up` again");
};

describe.each(refreshes)("a refresh $title", async (refresh) => {
  const world = await openWorld({ oversleep: 8 });
  afterAll(() => world.close());
  const { calls } = await perform(world, await setUp(world, refresh));

  test("succeeds undisturbed", async () => {
    const stage = await setUp(world, refresh);
    expect((await perform(world, stage)).ended.failure).toBe(undefined);
    await expectGoodEnd(stage, refresh);
  });

  for (const kind of accidentKinds)
    for (const [index, call] of calls.entries())
      if (canMeet(kind, call))
        test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, async () => {
          const stage = await setUp(world, refresh);
          const observed = await perform(world, stage, { kind, at: index + 1 });
          expectAccount(observed);
          // What was completed before its last answer was lost has nothing left to do.
          expect((await perform(world, stage)).ended.failure).toBe(undefined);
          await expectGoodEnd(stage, refresh);
        });
});
