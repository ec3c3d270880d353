import { describe, expect, it } from "vitest";
import { scene, type Scene } from "../../support/old-instances";

const TAGS = "POST scaling_group_tag/*/tags/action";
const MODIFY = "PUT scaling_group/*";
const REMOVE = "POST scaling_group_instance/*/action";

/** Every instance that AS made comes from the group's present configuration. */
const expectAllNew = (world: Scene): void => {
  const present = world.group().document["scaling_configuration_id"];
  expect(
    world.madeFrom().filter((configuration) => configuration !== null && configuration !== present),
  ).toEqual([]);
};

const numbersIn = (bodies: readonly unknown[]): readonly unknown[] =>
  bodies.filter((body) => typeof body === "object" && body !== null && !("action" in body));

describe("an instance refresh", () => {
  it("adds new instances, then removes as many old ones, with three calls a batch and two journal entries", async () => {
    const world = await scene({ instances: 4, group: { maxInstanceNumber: 10 } });
    const { operation, failure } = await world.stack.up(world.refreshArgs({ maxSurge: 2 }));
    expect([operation, failure]).toEqual(["create", undefined]);
    const { writes, bodies } = world.calls();
    const batch = [TAGS, MODIFY, REMOVE, TAGS];
    expect(writes).toEqual([...batch, ...batch, TAGS]);
    expect(numbersIn(bodies)).toEqual([{ desire_instance_number: 6 }, { desire_instance_number: 6 }]);
    expectAllNew(world);
    expect(world.numbers()).toEqual([4, 4, 10]);
    expect(world.group().tags).toEqual({});
    expect(world.stack.recorded()).toMatchObject({
      id: world.group().id,
      initErrors: [],
      outputs: { complete: true, replacedInstanceNumber: 4, scalingGroupId: world.group().id },
    });
  });

  it("raises the maximum where the surge does not fit, and restores it", async () => {
    const world = await scene({ instances: 3 });
    expect((await world.stack.up(world.refreshArgs({ maxSurge: 2 }))).failure).toBeUndefined();
    expect(numbersIn(world.calls().bodies)).toEqual([
      { desire_instance_number: 5, max_instance_number: 5 },
      { desire_instance_number: 4 },
      { max_instance_number: 3 },
    ]);
    expectAllNew(world);
    expect(world.numbers()).toEqual([3, 3, 3]);
  });

  it("without a surge, lowers the minimum, removes first, and lets AS refill", async () => {
    const world = await scene({ instances: 4 });
    const manner = { maxSurge: 0, minHealthyPercentage: 60 };
    expect((await world.stack.up(world.refreshArgs(manner))).failure).toBeUndefined();
    const { bodies } = world.calls();
    // 60 % of 4 are 3 instances, so that they go one by one. Each removal lowers the desired number, too.
    expect(numbersIn(bodies)).toEqual([
      { min_instance_number: 3 },
      { desire_instance_number: 4 },
      { desire_instance_number: 4 },
      { desire_instance_number: 4 },
      { desire_instance_number: 4 },
      { min_instance_number: 4 },
    ]);
    expectAllNew(world);
    expect(world.numbers()).toEqual([4, 4, 4]);
    expect(world.group().tags).toEqual({});
  });

  it("removes at most ten instances in a call", async () => {
    const world = await scene({ instances: 12 });
    expect((await world.stack.up(world.refreshArgs({ maxSurge: 12 }))).failure).toBeUndefined();
    const removed = world.calls().bodies.flatMap((body) => {
      const { action, instances_id: ids } = body as { action?: string; instances_id?: readonly string[] };
      return action === "REMOVE" ? [ids?.length] : [];
    });
    expect(removed).toEqual([10, 2]);
    expectAllNew(world);
    expect(world.numbers()).toEqual([12, 12, 12]);
  });

  it("never touches attached instances", async () => {
    const world = await scene({ instances: 2, group: { maxInstanceNumber: 4 } });
    world.outside("attachInstance");
    world.pass(60);
    const [attached] = world.group().instances.filter(({ madeByAs }) => !madeByAs);
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    expectAllNew(world);
    expect(world.members()).toContain(attached?.server?.id);
    expect(world.numbers()).toEqual([2, 3, 4]);
  });

  it("leaves matching instances alone, and replaces them too with skipMatching: false", async () => {
    const world = await scene({ instances: 2, group: { maxInstanceNumber: 4 } });
    await world.stack.up(world.refreshArgs());
    const before = world.members();
    world.calls();
    expect((await world.stack.up(world.refreshArgs({ triggers: { again: "1" } }))).failure).toBeUndefined();
    expect(world.calls().writes).toEqual([]);
    expect(world.members()).toEqual(before);

    const every = world.refreshArgs({ triggers: { again: "2" }, skipMatching: false, maxSurge: 2 });
    expect((await world.stack.up(every)).failure).toBeUndefined();
    expect(world.members().filter((id) => before.includes(id))).toEqual([]);
    expect(world.members()).toHaveLength(2);
    expect(world.numbers()).toEqual([2, 2, 4]);
  });

  it("stops before anything is touched when an old instance is protected, and names it", async () => {
    const world = await scene();
    const [first] = world.members();
    world.simulator.admin.outside("protectInstance", { instance_id: first });
    const { failure } = await world.stack.up(world.refreshArgs());
    expect(failure).toBe(
      [
        `AS group (id ${world.group().id}): replacing instances has stopped: old instances are protected from scale-in: ${first}; nothing has been touched`,
        "What you can do:",
        '  1. set protectedInstances: "release": they are replaced like others',
        "  2. take the protection off these instances",
      ].join("\n"),
    );
    expect(world.calls().writes).toEqual([]);
    expect(world.stack.recorded()).toBeUndefined();

    const consenting = world.refreshArgs({ protectedInstances: "release" });
    expect((await world.stack.up(consenting)).failure).toBeUndefined();
    expectAllNew(world);
  });

  it("refuses a paused group, and says so", async () => {
    const world = await scene();
    world.outside("pauseGroup");
    const { failure } = await world.stack.up(world.refreshArgs());
    expect(failure).toContain(
      "replacing instances has stopped: a group that is not in service starts no instances: " +
        "PAUSED, 3 instances (desired 3), no scaling action in progress; nothing has been touched",
    );
    expect(world.calls().writes).toEqual([]);
  });

  it("refuses while somebody drains the group, or another resource refreshes it", async () => {
    const world = await scene();
    world.outside("setTags", { tags: { "pulumi-drain": "v1_2_3_10_01234567" } });
    expect((await world.stack.up(world.refreshArgs())).failure).toContain(
      "the group is being drained, and that drain has not ended",
    );
    world.outside("setTags", { tags: { "pulumi-refresh": "v1_3_3_3_3_5_2_t85s03_01234567" } });
    const { failure } = await world.stack.up(world.refreshArgs());
    expect(failure).toContain("another resource is replacing the instances of this group (mark 01234567)");
    expect(failure).toContain("set the minimum to 3 and the maximum to 3");
    expect(world.calls().writes).toEqual([]);
  });

  it("waits for a scaling action that runs, and replaces what it brings as well", async () => {
    const world = await scene({ instances: 2, group: { maxInstanceNumber: 6 } });
    // The configuration at the start of a scaling action is used to its end.
    const old = world.madeFrom()[0];
    world.outside("modifyGroup", { scaling_configuration_id: old, desire_instance_number: 3 });
    world.pass(5);
    world.outside("modifyGroup", {
      scaling_configuration_id: world.groupProgram()["scalingConfigurationId"],
    });
    expect((await world.stack.up(world.refreshArgs({ maxSurge: 3 }))).failure).toBeUndefined();
    expectAllNew(world);
    expect(world.numbers()).toEqual([2, 3, 6]);
  });

  it("pauses between batches, but not after the last", async () => {
    const world = await scene({ instances: 2 });
    const { progress } = await world.stack.up(world.refreshArgs({ pauseBetweenBatches: "5m" }));
    expect(progress.filter((line) => line.includes("rest for 5m"))).toHaveLength(1);
    expectAllNew(world);
  });

  it("performs nothing for any other edit, and records it", async () => {
    const world = await scene({ instances: 1 });
    await world.stack.up(world.refreshArgs());
    world.calls();
    const edited = world.refreshArgs({ maxSurge: 3, timeout: "2h" });
    expect((await world.stack.up(edited)).operation).toBe("update");
    expect(world.calls().writes).toEqual([]);
    expect(world.stack.recorded()?.outputs).toMatchObject({
      maxSurge: 3,
      timeout: "2h",
      replacedInstanceNumber: 1,
    });
    expect((await world.stack.preview(edited)).operation).toBe("same");
  });

  it("does nothing when it is destroyed", async () => {
    const world = await scene({ instances: 1 });
    await world.stack.up(world.refreshArgs());
    world.calls();
    expect((await world.stack.destroy()).failure).toBeUndefined();
    expect(world.calls().writes).toEqual([]);
    expect(world.numbers()).toEqual([1, 1, 1]);
  });

  it("shows no drift, and is gone with its group", async () => {
    const world = await scene({ instances: 1 });
    await world.stack.up(world.refreshArgs());
    const before = world.stack.recorded();
    world.outside("setCapacity", { max_instance_number: 5 });
    expect((await world.stack.refresh()).failure).toBeUndefined();
    expect(world.stack.recorded()).toEqual(before);
    expect((await world.stack.preview(world.refreshArgs())).operation).toBe("same");
    world.outside("deleteGroup");
    await world.stack.refresh();
    expect(world.stack.recorded()).toBeUndefined();
  });
});
