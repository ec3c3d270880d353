/** Every call of an attachment or a protection goes wrong in every way; one more run without faults makes all good. */
import { afterAll, describe, expect, test } from "vitest";
import { openStack, type Ended, type Stack } from "../support/engine";
import { openWorld, type SharedWorld } from "../support/simulated";
import { accidentKinds, canMeet, observe, type Accident, type Observed } from "./support/accident";

type Kind = "instanceAttachment" | "instanceProtection";

interface Stage {
  readonly stack: Stack;
  readonly groupId: string;
  /** ECSs that fit the group: the first two were claimed before, and the last eleven are to be. */
  readonly servers: readonly string[];
}

interface Command {
  readonly title: string;
  readonly kind: Kind;
  readonly run: (stage: Stage) => Promise<Ended>;
  /** Who is claimed in the end. */
  readonly claimed: (stage: Stage) => readonly string[];
}

const SECONDS_UNTIL_QUIET = 600;

const upTo =
  (wanted: (stage: Stage) => readonly string[]): Command["run"] =>
  (stage) =>
    stage.stack.up({ scalingGroupId: stage.groupId, instanceIds: wanted(stage) });

const later = ({ servers }: Stage): readonly string[] => servers.slice(1);
const none = (): readonly string[] => [];

const commandsOf = (kind: Kind): readonly Command[] => [
  { title: `${kind}: an update in which instances come and go`, kind, run: upTo(later), claimed: later },
  { title: `${kind}: destroy`, kind, run: ({ stack }) => stack.destroy(), claimed: none },
];

const setUp = async (world: SharedWorld, kind: Kind): Promise<Stage> => {
  world.reset();
  const { admin } = world.simulator;
  await openStack(world, "owner").up(world.args({ desireInstanceNumber: 1, maxInstanceNumber: 30 }));
  const { id } = world.group();
  const servers = Array.from(
    { length: 12 },
    () => (admin.outside("createServer", { scaling_group_id: id }) as { instance_id: string }).instance_id,
  );
  // Only members can be protected.
  if (kind === "instanceProtection")
    for (const instance_id of servers) world.outside("attachInstance", { instance_id });
  const stage = { stack: openStack(world, "dev", kind), groupId: id, servers };
  expect((await upTo(() => servers.slice(0, 2))(stage)).failure).toBe(undefined);
  return stage;
};

const claimedIn = (world: SharedWorld, kind: Kind, { servers }: Stage): readonly string[] =>
  world
    .group()
    .instances.filter(
      ({ document }) =>
        kind === "instanceAttachment" || Reflect.get(document, "protect_from_scaling_down") === true,
    )
    .map(({ server }) => server?.id ?? "")
    .filter((id) => servers.includes(id))
    .sort();

const perform = (
  world: SharedWorld,
  stage: Stage,
  { run }: Command,
  accident?: Accident,
): Promise<Observed> => observe(world, stage.stack, () => run(stage), accident);

const expectGoodEnd = async (world: SharedWorld, stage: Stage, command: Command): Promise<void> => {
  world.pass(SECONDS_UNTIL_QUIET);
  expect(claimedIn(world, command.kind, stage)).toEqual([...command.claimed(stage)].sort());
  expect(world.simulator.admin.snapshot().deletedServers).toEqual([]);
  if (command.claimed === none) expect(stage.stack.recorded()).toBe(undefined);
  else {
    const { scalingGroupId, instanceIds } = {
      scalingGroupId: stage.groupId,
      instanceIds: command.claimed(stage),
    };
    expect(await stage.stack.preview({ scalingGroupId, instanceIds })).toMatchObject({
      operation: "same",
      failure: undefined,
      warnings: [],
    });
  }
};

describe.each([...commandsOf("instanceAttachment"), ...commandsOf("instanceProtection")])(
  "$title",
  async (command) => {
    const world = await openWorld({ oversleep: 8 });
    afterAll(() => world.close());
    const { calls } = await perform(world, await setUp(world, command.kind), command);

    test("succeeds undisturbed", async () => {
      const stage = await setUp(world, command.kind);
      expect((await perform(world, stage, command)).ended.failure).toBe(undefined);
      await expectGoodEnd(world, stage, command);
    });

    for (const kind of accidentKinds)
      for (const [index, call] of calls.entries())
        if (canMeet(kind, call))
          test(`recovers: ${kind}, call ${index + 1}, ${call.operation}`, async () => {
            const stage = await setUp(world, command.kind);
            await perform(world, stage, command, { kind, at: index + 1 });
            expect((await perform(world, stage, command)).ended.failure).toBe(undefined);
            await expectGoodEnd(world, stage, command);
          });
  },
);
