/** Every call of a notification goes wrong in every way; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import type { Args } from "../e2e/support/group-args";
import { openStack, type Ended, type Stack } from "../support/engine";
import { openWorld, type SharedWorld } from "../support/simulated";
import { accidentKinds, canMeet, observe, type Accident, type Observed } from "./support/accident";

const URN = "urn:smn:eu-de:0123456789abcdef0123456789abcdef";
const first: Args = { topicUrn: `${URN}:alerts`, topicScene: ["SCALING_UP"] };
const changed: Args = { topicUrn: `${URN}:alerts`, topicScene: ["SCALING_DOWN", "SCALING_DOWN_FAIL"] };
const moved: Args = { topicUrn: `${URN}:audit`, topicScene: ["SCALING_UP"] };

interface Command {
  readonly title: string;
  readonly before?: Args;
  /** Without it, the stack is destroyed. */
  readonly program?: Args;
}

const commands: readonly Command[] = [
  { title: "a create", program: first },
  { title: "an update", before: first, program: changed },
  { title: "a replacement", before: first, program: moved },
  { title: "a destroy", before: first },
];

interface Stage {
  readonly stack: Stack;
  readonly run: (program: Args | undefined) => Promise<Ended>;
}

const setUp = async (world: SharedWorld, { before }: Command): Promise<Stage> => {
  world.reset();
  await openStack(world, "owner").up(world.args({ desireInstanceNumber: 0 }));
  const stack = openStack(world, "dev", "asNotification");
  const scalingGroupId = world.group().id;
  const run: Stage["run"] = (program) =>
    program === undefined ? stack.destroy() : stack.up({ scalingGroupId, ...program });
  if (before !== undefined) expect((await run(before)).failure).toBe(undefined);
  return { stack, run };
};

const perform = (
  world: SharedWorld,
  { stack, run }: Stage,
  { program }: Command,
  accident?: Accident,
): Promise<Observed> => observe(world, stack, () => run(program), accident);

const expectGoodEnd = async (world: SharedWorld, stage: Stage, { program }: Command): Promise<void> => {
  const { topicUrn, topicScene } = program ?? {};
  expect(world.group().topics).toMatchObject(
    program === undefined ? [] : [{ topic_urn: topicUrn, topic_scene: topicScene }],
  );
  expect(world.group().topics).toHaveLength(program === undefined ? 0 : 1);
  expect(stage.stack.replaced()).toEqual([]);
  if (program === undefined) expect(stage.stack.recorded()).toBe(undefined);
  else expect(await stage.run(program)).toMatchObject({ operation: "same", warnings: [] });
};

describe.each(commands)("$title of a notification", async (command) => {
  const world = await openWorld({ oversleep: 8 });
  afterAll(() => world.close());
  const { calls } = await perform(world, await setUp(world, command), command);

  test("succeeds undisturbed", async () => {
    const stage = await setUp(world, command);
    expect((await perform(world, stage, command)).ended.failure).toBe(undefined);
    await expectGoodEnd(world, stage, command);
  });

  for (const kind of accidentKinds)
    for (const [index, call] of calls.entries())
      if (canMeet(kind, call))
        test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, async () => {
          const stage = await setUp(world, command);
          await perform(world, stage, command, { kind, at: index + 1 });
          expect((await perform(world, stage, command)).ended.failure).toBe(undefined);
          await expectGoodEnd(world, stage, command);
        });
});
