import { describe, expect, it } from "vitest";
import { openStack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";
import { pairIn, type PairScene } from "./support";

const scene = async (): Promise<PairScene> => pairIn(await simulated());

const LONG_REST_MS = 200_000;

/** A pair to which something happens at the end of each bake time. */
const baking = async (happens: (pair: PairScene, bakes: number) => void): Promise<PairScene> => {
  const world = await simulated();
  let pair: PairScene | undefined = undefined;
  let bakes = 0;
  const { clock } = world;
  const watched: World = {
    ...world,
    clock: {
      now: clock.now,
      sleep: async (milliseconds, cut) => {
        await clock.sleep(milliseconds, cut);
        if (milliseconds < LONG_REST_MS || pair === undefined) return;
        bakes += 1;
        happens(pair, bakes);
      },
    },
  };
  pair = await pairIn(watched);
  return pair;
};

type Side = 0 | 1;
const [BLUE, GREEN]: readonly [Side, Side] = [0, 1];

const outside = ({ world, groupIds }: PairScene, side: Side, change: string, body: object = {}): void => {
  world.simulator.admin.outside(change, { scaling_group_id: groupIds[side], ...body });
};
const setCapacity = (pair: PairScene, side: Side, numbers: object, seconds = 600): void => {
  outside(pair, side, "setCapacity", numbers);
  pair.world.pass(seconds);
};
const bodiesOf = async (pair: PairScene, run: () => Promise<unknown>): Promise<readonly unknown[]> => {
  pair.world.calls();
  await run();
  return pair.world.calls().bodies;
};

describe("the way back of a switch", () => {
  it("empties nothing when the other group does not serve: both stay, and the error says so", async () => {
    const pair = await scene();
    const { world, stack, program } = pair;
    await stack.up(program());
    for (const { server } of world.groups()[0]?.instances ?? [])
      world.simulator.admin.outside("killInstance", { instance_id: server?.id });
    world.simulator.admin.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    world.pass(900);
    const { failure } = await stack.up(program({ live: "green" }));
    expect(failure).toContain(
      "green keeps its instances all the same, because blue is not known to be healthy",
    );
    expect(world.groups()[1]?.document).toMatchObject({
      desire_instance_number: 2,
      max_instance_number: 6,
    });
  });

  it("takes out what has come of a group that went into error", async () => {
    const pair = await scene();
    const { stack, program, numbers } = pair;
    await stack.up(program());
    setCapacity(pair, GREEN, { max_instance_number: 6, desire_instance_number: 1 });
    outside(pair, GREEN, "failNextAction", { reason: "flavour-sold-out" });
    const { failure } = await stack.up(program({ live: "green" }));
    expect(numbers()[0]).toBe(2);
    expect(failure).toContain(
      "green is empty again; blue was left as it was and serves: INSERVICE, 2 instances",
    );
    expect(numbers()).toEqual([2, 0]);
  });
});

describe("groups in the wrong status", () => {
  it("an old group in error is emptied all the same", async () => {
    const pair = await scene();
    const { world, stack, program, numbers } = pair;
    await stack.up(program());
    outside(pair, BLUE, "failNextAction", { reason: "flavour-sold-out" });
    setCapacity(pair, BLUE, { desire_instance_number: 4 });
    expect(world.groups()[0]?.document).toMatchObject({ scaling_group_status: "ERROR" });
    expect(await stack.up(program({ live: "green" }))).toMatchObject({ failure: undefined });
    expect(numbers()[0]).toBe(0);
  });

  it("a live group in error is enabled although its numbers are right", async () => {
    const pair = await scene();
    const { stack, program, numbers } = pair;
    await stack.up(program({ candidate: "green" }));
    outside(pair, BLUE, "failNextAction", { reason: "flavour-sold-out" });
    setCapacity(pair, BLUE, { desire_instance_number: 4 });
    expect(await stack.up(program())).toMatchObject({ failure: undefined });
    expect(numbers()).toEqual([4, 0]);
  });

  it.each([
    ["where a paused group lets nobody go", "refuse"],
    ["where its instances can be removed", "allowed"],
  ] as const)("a paused old group is emptied by hand, %s", async (_, removeWhilePaused) => {
    const pair = await pairIn(await simulated({ variants: { removeWhilePaused } }));
    const { stack, program, numbers } = pair;
    await stack.up(program());
    outside(pair, BLUE, "pauseGroup");
    expect(await stack.up(program({ live: "green" }))).toMatchObject({ failure: undefined });
    expect(numbers()).toEqual([0, 2]);
  });

  it("a paused group that is to serve is refused before anything is touched, and foretold by the preview", async () => {
    const pair = await scene();
    const { world, stack, program } = pair;
    await stack.up(program());
    outside(pair, GREEN, "pauseGroup");
    expect((await stack.preview(program({ live: "green" }))).warnings).toEqual([
      "plan: grow green to 2 instances (1 to 6), wait until it is healthy, then empty blue; up refuses this as long as green cannot serve: PAUSED, 0 instances (desired 0), no scaling action in progress",
    ]);
    world.calls();
    const { failure } = await stack.up(program({ live: "green" }));
    expect(failure).toContain("green cannot serve: PAUSED, 0 instances");
    expect(world.calls().writes).toEqual([]);
  });
});

describe("policies that act while a switch looks away", () => {
  it("a candidate stands beside, and neither a preview nor a refresh takes back what they did", async () => {
    const pair = await scene();
    const { stack, program, numbers } = pair;
    const standing = program({ candidate: "green" });
    await stack.up(standing);
    setCapacity(pair, BLUE, { desire_instance_number: 5 });
    expect(await stack.preview(standing)).toMatchObject({ operation: "same", warnings: [] });
    await stack.refresh();
    expect(await bodiesOf(pair, () => stack.up(standing))).toEqual([]);
    expect(numbers()).toEqual([5, 2]);
    await stack.up(program({ live: "green" }));
    expect(numbers()).toEqual([0, 5]);
  });

  it("a refresh that finds other bounds does not pass their number for an edit", async () => {
    const pair = await scene();
    const { stack, program, numbers } = pair;
    await stack.up(program());
    setCapacity(pair, BLUE, { desire_instance_number: 5, max_instance_number: 9 });
    await stack.refresh();
    expect(await bodiesOf(pair, () => stack.up(program()))).toEqual([
      { min_instance_number: 1, desire_instance_number: 5, max_instance_number: 6 },
    ]);
    expect(numbers()).toEqual([5, 0]);
  });

  it("a switch that is replaced with the idle group shrinks nothing", async () => {
    const pair = await scene();
    const { world, stack, program, numbers } = pair;
    await stack.up(program());
    setCapacity(pair, BLUE, { desire_instance_number: 5 });
    outside(pair, GREEN, "deleteGroup");
    world.pass(600);
    const next = await pairIn(world);
    const ended = await stack.up(program({}, { greenGroupId: next.groupIds[1] }));
    expect(ended).toMatchObject({ failure: undefined });
    expect(numbers()[0]).toBe(5);
    expect(next.numbers()[1]).toBe(0);
  });

  it("a switch that is new takes over a group as it is, and lets it grow only", async () => {
    const pair = await scene();
    const { stack, program, numbers } = pair;
    setCapacity(pair, BLUE, { max_instance_number: 6, desire_instance_number: 4 });
    await stack.up(program());
    expect(numbers()).toEqual([4, 0]);
  });
});

describe("a bake time", () => {
  it("is whole, however long the group took to grow", async () => {
    let begun = 0;
    let rested = 0;
    const pair = await baking(({ world }) => {
      rested = world.clock.now() - begun;
    });
    const { world, stack, program, numbers } = pair;
    await stack.up(program());
    begun = world.clock.now();
    const ended = await stack.up(program({ live: "green" }, { timeouts: { update: "4m" }, bakeTime: "5m" }));
    expect(ended).toMatchObject({ failure: undefined });
    expect(rested).toBeGreaterThanOrEqual(300_000);
    expect(numbers()).toEqual([0, 2]);
  });

  it("gives an operation without time none", async () => {
    const { stack, program, numbers } = await scene();
    await stack.up(program());
    const { failure } = await stack.up(
      program({ live: "green" }, { timeouts: { update: 0 }, bakeTime: "10m" }),
    );
    expect(failure).toContain("0s");
    expect(numbers()[0]).toBe(2);
  });

  it("lets policies add instances to the new group at its end", async () => {
    const pair = await baking((of, bakes) => {
      if (bakes === 1) setCapacity(of, GREEN, { desire_instance_number: 3 }, 20);
    });
    await pair.stack.up(pair.program());
    expect(await pair.stack.up(pair.program({ live: "green" }, { bakeTime: "5m" }))).toMatchObject({
      failure: undefined,
    });
    expect(pair.numbers()).toEqual([0, 3]);
  });

  it("is not begun again when policies take instances of the new group at its end", async () => {
    let count = 0;
    const pair = await baking((of, bakes) => {
      count = bakes;
      setCapacity(of, GREEN, { desire_instance_number: 2 }, 120);
    });
    const wanted = { desireInstanceNumber: 3 };
    await pair.stack.up(pair.program(wanted));
    expect(await pair.stack.up(pair.program({ ...wanted, live: "green" }, { bakeTime: "5m" }))).toMatchObject(
      { failure: undefined },
    );
    expect(count).toBe(1);
    expect(pair.numbers()).toEqual([0, 3]);
  });
});

describe("a preview", () => {
  it("tells the whole way, also when the number of the program shrinks with the switch", async () => {
    const { stack, program } = await scene();
    await stack.up(program({ desireInstanceNumber: 4 }));
    expect((await stack.preview(program({ live: "green" }))).warnings).toEqual([
      "plan: grow green to 4 instances (1 to 6), wait until it is healthy, then empty blue, shrink green to 2 instances (1 to 6), wait until it is healthy",
    ]);
  });

  it("shows both groups when somebody has opened the idle one", async () => {
    const pair = await scene();
    await pair.stack.up(pair.program());
    setCapacity(pair, GREEN, { max_instance_number: 1 });
    expect((await pair.stack.preview(pair.program())).warnings[0]).toBe(
      "changed outside of Pulumi, up takes it back: serving: blue 2 (1 to 6), green 0 (0 to 1) → blue serves with 2 (1 to 6)",
    );
  });

  it("says that one of the groups is gone, rather than the switch", async () => {
    const pair = await scene();
    await pair.stack.up(pair.program());
    outside(pair, GREEN, "deleteGroup");
    pair.world.pass(600);
    expect((await pair.stack.preview(pair.program())).warnings.join()).toContain("one of its groups is gone");
  });
});

describe("a protection", () => {
  it("of a group that stays does not matter", async () => {
    const { world, stack, program, groupIds } = await scene();
    await stack.up(program());
    const server = world.groups()[0]?.instances[0]?.server?.id ?? "none";
    await openStack(world, "protection", "instanceProtection").up({
      scalingGroupId: groupIds[0],
      instanceIds: [server],
    });
    expect(await stack.up(program({ desireInstanceNumber: 3 }))).toMatchObject({ failure: undefined });
  });
});
