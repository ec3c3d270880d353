import { describe, expect, it } from "vitest";
import { OTHER_VPC } from "../../e2e/support/group-args";
import { openStack } from "../../support/engine";
import { simulated } from "../../support/simulated";
import { pairIn, type PairScene } from "./support";

const scene = async (): Promise<PairScene> => pairIn(await simulated());

const setCapacity = ({ world, groupIds }: PairScene, index: 0 | 1, desired: number): void => {
  world.simulator.admin.outside("setCapacity", {
    scaling_group_id: groupIds[index],
    desire_instance_number: desired,
  });
  world.pass(600);
};

const failNext = ({ world, groupIds }: PairScene, index: 0 | 1): void => {
  world.simulator.admin.outside("failNextAction", {
    reason: "flavour-sold-out",
    scaling_group_id: groupIds[index],
  });
};

describe("a blue-green switch", () => {
  it("grows the live group and closes the other one; then nothing is left to do", async () => {
    const { world, stack, program, numbers } = await scene();
    expect(await stack.up(program())).toMatchObject({ operation: "create", failure: undefined });
    expect(numbers()).toEqual([2, 0]);
    expect(stack.recorded()?.outputs).toMatchObject({ blue: "blue 2 (1 to 6)", green: "green empty" });
    world.calls();
    expect(await stack.preview(program())).toMatchObject({ operation: "same", warnings: [] });
    expect(world.calls().writes).toEqual([]);
  });

  it("promotes by itself: the other group grows to what serves at present before the old one is emptied", async () => {
    const pair = await scene();
    const { world, stack, program, numbers } = pair;
    await stack.up(program());
    setCapacity(pair, 0, 4);
    expect(await stack.preview(program())).toMatchObject({ operation: "same", warnings: [] });
    expect(await stack.preview(program({ live: "green" }))).toMatchObject({
      operation: "update",
      warnings: ["plan: grow green to 4 instances (1 to 6), wait until it is healthy, then empty blue"],
    });
    world.calls();
    expect(await stack.up(program({ live: "green" }))).toMatchObject({
      operation: "update",
      failure: undefined,
    });
    expect(numbers()).toEqual([0, 4]);
    expect(world.calls().bodies).toEqual([
      { min_instance_number: 1, desire_instance_number: 4, max_instance_number: 6 },
      { min_instance_number: 0, desire_instance_number: 0, max_instance_number: 0 },
    ]);
    expect(await stack.preview(program({ live: "green" }))).toMatchObject({
      operation: "same",
      warnings: [],
    });
  });

  it("promotes on command: a candidate stands beside the live group, and then only the old one shrinks", async () => {
    const { world, stack, program, numbers } = await scene();
    await stack.up(program());
    expect(await stack.up(program({ candidate: "green" }))).toMatchObject({ failure: undefined });
    expect(numbers()).toEqual([2, 2]);
    expect(await stack.preview(program({ candidate: "green" }))).toMatchObject({ operation: "same" });
    world.calls();
    expect(await stack.up(program({ live: "green", candidate: "green" }))).toMatchObject({
      failure: undefined,
    });
    expect(world.calls().bodies).toEqual([
      { min_instance_number: 0, desire_instance_number: 0, max_instance_number: 0 },
    ]);
    expect(numbers()).toEqual([0, 2]);
  });

  it("empties a candidate that leaves the program", async () => {
    const { stack, program, numbers } = await scene();
    await stack.up(program({ candidate: "green" }));
    expect(numbers()).toEqual([2, 2]);
    expect(await stack.up(program())).toMatchObject({ operation: "update", failure: undefined });
    expect(numbers()).toEqual([2, 0]);
  });

  it("goes back by itself when the new group does not come, and the next up goes on", async () => {
    const pair = await scene();
    const { stack, program, numbers } = pair;
    await stack.up(program());
    failNext(pair, 1);
    const { failure } = await stack.up(program({ live: "green" }));
    expect(failure).toContain("updating has stopped: green did not get to full health: ");
    expect(failure).toContain("AS.2038");
    expect(failure).toContain(
      "green is empty again; blue was left as it was and serves: INSERVICE, 2 instances (desired 2)",
    );
    expect(failure).toContain("run `pulumi up` again: it grows green anew");
    expect(numbers()).toEqual([2, 0]);
    expect(await stack.up(program({ live: "green" }))).toMatchObject({ failure: undefined });
    expect(numbers()).toEqual([0, 2]);
  });

  it("goes back when the time is over, and with no time at all empties nothing", async () => {
    const { stack, program, numbers } = await scene();
    await stack.up(program());
    const late = await stack.up(program({ live: "green" }, { timeouts: { update: "5s" } }));
    expect(late.failure).toContain("growing green has waited 5s for 2 instances in service");
    expect(late.failure).toContain("green is empty again; blue was left as it was");
    const none = await stack.up(program({ live: "green" }, { timeouts: { update: 0 } }));
    expect(none.failure).toContain("0s");
    expect(numbers()[0]).toBe(2);
  });

  it("rests for the bake time before the old group is emptied", async () => {
    const { world, stack, program, numbers } = await scene();
    await stack.up(program());
    const begun = world.clock.now();
    expect(await stack.up(program({ live: "green" }, { bakeTime: "30m" }))).toMatchObject({
      failure: undefined,
    });
    expect(world.clock.now() - begun).toBeGreaterThanOrEqual(1_800_000);
    expect(numbers()).toEqual([0, 2]);
  });

  it("applies an edit of the numbers, and takes back bounds that were changed outside", async () => {
    const pair = await scene();
    const { world, stack, program, numbers } = pair;
    await stack.up(program());
    expect(await stack.up(program({ desireInstanceNumber: 3 }))).toMatchObject({ failure: undefined });
    expect(numbers()).toEqual([3, 0]);
    world.simulator.admin.outside("setCapacity", {
      scaling_group_id: pair.groupIds[0],
      max_instance_number: 4,
    });
    expect(await stack.preview(program({ desireInstanceNumber: 3 }))).toMatchObject({
      operation: "update",
      warnings: [
        "changed outside of Pulumi, up takes it back: serving: blue 3 (1 to 4), green empty → blue serves with 3 (1 to 6)",
        "plan: bound blue to 3 instances (1 to 6), wait until it is healthy",
      ],
    });
    expect(await stack.up(program({ desireInstanceNumber: 3 }))).toMatchObject({ failure: undefined });
    expect(await stack.preview(program({ desireInstanceNumber: 3 }))).toMatchObject({ operation: "same" });
  });

  it("stops before anything is touched when instances of the old group are protected", async () => {
    const { world, stack, program, groupIds } = await scene();
    await stack.up(program());
    const [blue] = world.groups();
    const server = blue?.instances[0]?.server?.id ?? "none";
    const protection = openStack(world, "protection", "instanceProtection");
    await protection.up({ scalingGroupId: groupIds[0], instanceIds: [server] });
    world.calls();
    const { failure } = await stack.up(program({ live: "green" }));
    expect(failure).toContain("blue cannot be emptied: 1 of its instances are protected from scale-in");
    expect(world.calls().writes).toEqual([]);
  });

  it("refuses the same group twice, and groups in different networks", async () => {
    const world = await simulated();
    const { stack, program, groupIds } = await pairIn(world, {
      vpcId: OTHER_VPC,
      networks: [{ id: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a02" }],
    });
    const twice = await stack.up(program({}, { greenGroupId: groupIds[0] }));
    expect(twice.failure).toContain("greenGroupId is blueGroupId: expected two different AS groups");
    const apart = await stack.up(program());
    expect(apart.failure).toContain("blue and green do not stand behind the same load balancer: VPC ");
    expect(world.calls().writes).toEqual([]);
  });

  it("leaves the groups as they are when it is removed, and is replaced when a group is another one", async () => {
    const { world, stack, program, numbers } = await scene();
    await stack.up(program());
    world.calls();
    expect(await stack.destroy()).toMatchObject({ failure: undefined });
    expect(world.calls().writes).toEqual([]);
    expect(numbers()).toEqual([2, 0]);
  });

  it("is refreshed without a difference while policies move the number", async () => {
    const pair = await scene();
    const { world, stack, program } = pair;
    await stack.up(program());
    setCapacity(pair, 0, 5);
    await stack.refresh();
    world.calls();
    expect(await stack.up(program())).toMatchObject({ operation: "same", failure: undefined });
    expect(world.calls().writes).toEqual([]);
  });
});
