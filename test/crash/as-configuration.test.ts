/** Every call of an AS configuration goes wrong in every way; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import type { Args } from "../e2e/support/group-args";
import { configurations } from "../service/support/configurations";
import { configurationArgs, OTHER_IMAGE } from "../support/configuration-args";
import { openStack, type Ended, type Stack } from "../support/engine";
import { openWorld, type SharedWorld } from "../support/simulated";
import { accidentKinds, canMeet, observe, type Accident, type Observed } from "./support/accident";

const NAMED = { scalingConfigurationName: "shop" };
const THIRD_IMAGE = "11112222-1111-4222-8333-444455550009";
const first = configurationArgs({ userData: "#!/bin/sh", metadata: { role: "web" } });
const other = configurationArgs({ imageRef: OTHER_IMAGE });

const kept = (program: Args, keepConfigurations = 1): Args => ({ ...program, keepConfigurations });
const third = configurationArgs({ imageRef: THIRD_IMAGE });

interface Command {
  readonly title: string;
  /** What was applied, one after the other. */
  readonly before?: readonly Args[];
  /** Without it, the stack is destroyed. */
  readonly program?: Args;
}

const commands: readonly Command[] = [
  { title: "a create", program: first },
  { title: "a create under a chosen name", program: { ...first, ...NAMED } },
  { title: "a replacement", before: [first], program: other },
  {
    title: "a replacement under the same chosen name",
    before: [{ ...first, ...NAMED }],
    program: { ...other, ...NAMED },
  },
  { title: "a destroy", before: [first] },
  { title: "a replacement that keeps", before: [kept(first)], program: kept(other) },
  { title: "a replacement of what is kept", before: [kept(first), kept(other)], program: kept(third) },
  { title: "a way back", before: [kept(first), kept(other)], program: kept(first) },
  { title: "an edit that keeps none any more", before: [kept(first), kept(other)], program: kept(other, 0) },
  { title: "a destroy with one that is kept", before: [kept(first), kept(other)] },
];

const run = (stack: Stack, program: Args | undefined): Promise<Ended> =>
  program === undefined ? stack.destroy() : stack.up(program);

const setUp = async (world: SharedWorld, { before = [] }: Command): Promise<Stack> => {
  world.reset();
  const stack = openStack(world, "dev", "asConfiguration");
  for (const program of before) expect((await run(stack, program)).failure).toBe(undefined);
  return stack;
};

const perform = (
  world: SharedWorld,
  stack: Stack,
  { program }: Command,
  accident?: Accident,
): Promise<Observed> => observe(world, stack, () => run(stack, program), accident);

/** What the state remembers of a resource. */
const idsIn = (stack: Stack): readonly unknown[] => {
  const recorded = stack.recorded();
  const { keptConfigurationIds: ids = [] } = recorded?.outputs ?? {};
  return recorded === undefined ? [] : [recorded.id, ...(ids as readonly string[])];
};

/** One configuration for one resource, with those that it keeps, or none for none: nothing is left over. */
const expectGoodEnd = async (world: SharedWorld, stack: Stack, { program }: Command): Promise<void> => {
  expect(new Set(configurations(world).map(({ scaling_configuration_id: id }) => id))).toEqual(
    new Set(idsIn(stack)),
  );
  expect(stack.replaced()).toEqual([]);
  if (program === undefined) expect(stack.recorded()).toBe(undefined);
  else expect(await run(stack, program)).toMatchObject({ operation: "same", warnings: [] });
};

describe.each(commands)("$title of an AS configuration", async (command) => {
  const world = await openWorld({ oversleep: 8 });
  afterAll(() => world.close());
  const { calls } = await perform(world, await setUp(world, command), command);

  test("succeeds undisturbed", async () => {
    const stack = await setUp(world, command);
    expect((await perform(world, stack, command)).ended.failure).toBe(undefined);
    await expectGoodEnd(world, stack, command);
  });

  for (const kind of accidentKinds)
    for (const [index, call] of calls.entries())
      if (canMeet(kind, call))
        test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, async () => {
          const stack = await setUp(world, command);
          await perform(world, stack, command, { kind, at: index + 1 });
          expect((await perform(world, stack, command)).ended.failure).toBe(undefined);
          await expectGoodEnd(world, stack, command);
        });
});
