/** Every call to a resource of any kind goes wrong in every way; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Ended, type Stack } from "../../support/engine";
import type { Kind } from "../../support/provider-process";
import { openWorld, type SharedWorld } from "../../support/simulated";
import { accidentKinds, canMeet, observe, type Accident, type Observed } from "./accident";
import { expectAccount } from "./account";

/** A resource beside a group: what it is at first, what it becomes, and what the service holds of it. */
export interface KindStory {
  readonly kind: Kind;
  /** As messages call it, such as `AS policy`. */
  readonly title: string;
  /** Arguments of the resource. The group is in service and has two instances. */
  readonly args: (world: SharedWorld) => Args;
  /** What may change in place. */
  readonly edit: Args;
  /** What only another object can have; without it, nothing of this kind is replaced. */
  readonly replacement?: Args;
  /** What the service holds of this kind, without what differs from run to run. */
  readonly objects: (world: SharedWorld) => readonly unknown[];
}

/** What the user does, and what has been applied before. */
interface Command {
  readonly title: string;
  readonly before?: Args;
  /** Without a program, the resource is destroyed. */
  readonly program?: Args;
}

/** A world in which the command is about to be given. */
interface Stage {
  readonly world: SharedWorld;
  readonly stack: Stack;
  readonly base: Args;
}

const commandsOf = ({ edit, replacement }: KindStory): readonly Command[] => [
  { title: "create", program: {} },
  { title: "edit", before: {}, program: edit },
  ...(replacement === undefined ? [] : [{ title: "replace", before: {}, program: replacement }]),
  { title: "delete", before: {} },
];

const succeed = ({ failure }: Ended): void => {
  expect(failure).toBe(undefined);
};

const setUp = async (world: SharedWorld, { kind, args }: KindStory, { before }: Command): Promise<Stage> => {
  world.reset();
  succeed(await openStack(world, "owner").up(world.args({ desireInstanceNumber: 2, maxInstanceNumber: 4 })));
  const stage = { world, stack: openStack(world, "dev", kind), base: args(world) };
  if (before !== undefined) succeed(await stage.stack.up({ ...stage.base, ...before }));
  return stage;
};

const run = ({ stack, base }: Stage, { program }: Command): Promise<Ended> =>
  program === undefined ? stack.destroy() : stack.up({ ...base, ...program });

const perform = (stage: Stage, command: Command, accident?: Accident): Promise<Observed> =>
  observe(stage.world, stage.stack, () => run(stage, command), accident);

/** The state holds the object that is there, and nothing is left to be done. */
const expectGoodEnd = async ({ world, stack, base }: Stage, { program }: Command): Promise<void> => {
  expect(stack.replaced()).toEqual([]);
  if (program === undefined) {
    expect(stack.recorded()).toBe(undefined);
    return;
  }
  expect(stack.recorded()?.initErrors).toEqual([]);
  world.calls();
  const { operation, failure, warnings } = await stack.preview({ ...base, ...program });
  expect({ operation, failure, warnings, writes: world.calls().writes }).toEqual({
    operation: "same",
    failure: undefined,
    warnings: [],
    writes: [],
  });
};

/** Proves each command of a kind: undisturbed, and with each accident at each of its calls. */
export const proveKind = (story: KindStory): void => {
  describe.each(commandsOf(story))(`${story.title}: $title`, async (command) => {
    const world = await openWorld({ oversleep: 8 });
    afterAll(() => world.close());
    const begun = await setUp(world, story, command);
    const { ended, calls } = await perform(begun, command);
    const wanted = story.objects(world);

    test("undisturbed, ends as it should", async () => {
      succeed(ended);
      expect(wanted).toHaveLength(command.program === undefined ? 0 : 1);
      await expectGoodEnd(await again(), command);
    });

    const again = async (accident?: Accident): Promise<Stage> => {
      const stage = await setUp(world, story, command);
      const observed = await perform(stage, command, accident);
      if (accident === undefined) succeed(observed.ended);
      else {
        expect(observed.calls.length).toBeGreaterThanOrEqual(accident.at);
        expectAccount(
          world,
          command.program === undefined ? "destroy" : "up",
          observed,
          accident,
          new RegExp(`^${story.title} (web|chosen)\\S*( \\(id \\S+\\))?: `),
        );
        succeed(await run(stage, command));
      }
      return stage;
    };

    for (const kind of accidentKinds)
      for (const [index, call] of calls.entries())
        if (canMeet(kind, call))
          test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, async () => {
            const stage = await again({ kind, at: index + 1 });
            expect(story.objects(world)).toEqual(wanted);
            await expectGoodEnd(stage, command);
          });
  });
};
