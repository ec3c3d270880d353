import { describe, expect, it } from "vitest";
import { KILLED, openStack } from "../../support/engine";
import { fated, followedBy } from "../../support/wires";
import { scene, type Scene } from "../../support/old-instances";

const MODIFY = "modify AS group";

/** Kills the refresh when it has raised the numbers; AS goes on by itself. */
const interrupted = async (world: Scene): Promise<void> => {
  world.stack.onCalls(
    fated(
      MODIFY,
      followedBy(() => world.stack.kill()),
    ),
  );
  const { failure } = await world.stack.up(world.refreshArgs());
  expect(failure).toBe(KILLED);
  world.stack.onCalls(undefined);
  world.pass(300);
};

/** A refresh that is complete, and then another one that is killed. */
const interruptedUpdate = async (world: Scene): Promise<void> => {
  await world.stack.up(world.refreshArgs());
  world.stack.onCalls(
    fated(
      MODIFY,
      followedBy(() => world.stack.kill()),
    ),
  );
  const again = world.refreshArgs({ triggers: { again: "1" }, skipMatching: false });
  expect((await world.stack.up(again)).failure).toBe(KILLED);
  world.stack.onCalls(undefined);
  world.pass(300);
};

describe("an interrupted refresh", () => {
  it("leaves a journal from which a person can read what to restore", async () => {
    const world = await scene({ instances: 2 });
    await interrupted(world);
    expect(world.numbers()).toEqual([2, 3, 3]);
    expect(world.group().tags["pulumi-refresh"]).toMatch(/^v1_2_2_2_2_3_1_[0-9a-z]{6}_[0-9a-f]{8}$/);
  });

  it("of which nothing is recorded is taken up by the next create, which says so", async () => {
    const world = await scene({ instances: 2 });
    const old = world.members();
    await interrupted(world);
    const { operation, failure, warnings } = await world.stack.up(world.refreshArgs());
    expect([operation, failure]).toEqual(["create", undefined]);
    expect(warnings).toEqual([
      "go on with an interrupted instance refresh: replace 2 of 3 instances, 1 at a time, never fewer than 2 in service; about 8 minutes",
    ]);
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    expect(world.numbers()).toEqual([2, 2, 2]);
  });

  it("is completed by the next update, although the program takes the triggers back", async () => {
    const world = await scene({ instances: 2 });
    await interruptedUpdate(world);
    expect(world.numbers()).toEqual([2, 3, 3]);
    const { operation, warnings } = await world.stack.preview(world.refreshArgs());
    expect(operation).toBe("update");
    expect(warnings).toEqual(["plan: complete an interrupted instance refresh: restore the bounds 2 and 2"]);
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    expect(world.numbers()).toEqual([2, 2, 2]);
    expect(world.group().tags).toEqual({});
    expect((await world.stack.preview(world.refreshArgs())).operation).toBe("same");
  });

  it("is ended by a destroy, which gives the numbers back and replaces nothing more", async () => {
    const world = await scene({ instances: 2 });
    await interruptedUpdate(world);
    expect((await world.stack.destroy()).failure).toBeUndefined();
    expect(world.numbers()).toEqual([2, 2, 2]);
    expect(world.group().tags).toEqual({});
  });

  it("of somebody else is left alone by a destroy", async () => {
    const world = await scene({ instances: 2 });
    await world.stack.up(world.refreshArgs());
    world.outside("setTags", { tags: { "pulumi-refresh": "v1_2_2_2_2_3_1_t85s03_01234567" } });
    world.calls();
    expect((await world.stack.destroy()).failure).toBeUndefined();
    expect(world.calls().writes).toEqual([]);
  });

  it("stops nobody's destroy when the group is gone", async () => {
    const world = await scene({ instances: 1 });
    await world.stack.up(world.refreshArgs());
    world.outside("deleteGroup");
    expect((await world.stack.destroy()).failure).toBeUndefined();
  });

  it("of another resource is not interfered with", async () => {
    const world = await scene({ instances: 2 });
    await interrupted(world);
    const { failure } = await openStack(world, "other", "instanceRefresh").up(world.refreshArgs());
    expect(failure).toContain("another resource is replacing the instances of this group");
    expect(world.numbers()).toEqual([2, 3, 3]);
  });
});

describe("two refreshes of one group at the same time", () => {
  it.each([
    ["refresh", "pulumi-refresh", "v1_2_2_2_2_3_1_t85s03_01234567", "another resource is replacing"],
    ["drain", "pulumi-drain", "v1_2_2_2_01234567", "the group is being drained"],
  ])(
    "stop the one that finds the journal of the other's %s right before it begins",
    async (_, key, value, reason) => {
      const world = await scene({ instances: 2 });
      const wins = followedBy(() => world.outside("setTags", { tags: { [key]: value } }));
      // The instances are listed after the tags were read.
      world.stack.onCalls(fated("list instances of AS group", wins));
      const { failure } = await world.stack.up(world.refreshArgs());
      expect(failure).toContain(reason);
      expect(world.calls().writes).toEqual([]);
      expect(world.group().tags).toEqual({ [key]: value });
    },
  );
});

describe("the group's own program during an interrupted refresh", () => {
  it("sees no drift in what the refresh has moved", async () => {
    const world = await scene({ instances: 2 });
    await interrupted(world);
    const { operation, warnings } = await world.groupStack.preview(world.groupProgram());
    expect([operation, warnings]).toEqual(["same", []]);
    await world.groupStack.refresh();
    expect((await world.groupStack.preview(world.groupProgram())).operation).toBe("same");
  });

  it("enforces its desired number without undoing the surge", async () => {
    const world = await scene({ instances: 2, group: { desireInstanceNumberMode: "enforce" } });
    await interrupted(world);
    expect((await world.groupStack.preview(world.groupProgram())).operation).toBe("same");
  });

  it("changes other fields without touching the numbers", async () => {
    const world = await scene({ instances: 2 });
    await interrupted(world);
    world.calls();
    const edited = world.groupProgram({ coolDownTime: 17 });
    expect((await world.groupStack.up(edited)).failure).toBeUndefined();
    expect(world.calls().bodies).toEqual([{ cool_down_time: 17 }]);
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    expect(world.numbers()).toEqual([2, 2, 2]);
  });

  it.each([
    ["raises the maximum", { maxInstanceNumber: 5 }, [2, 2, 5]],
    ["raises the maximum to what the refresh has made of it", { maxInstanceNumber: 3 }, [2, 2, 3]],
    [
      "raises all numbers",
      { minInstanceNumber: 3, desireInstanceNumber: 3, maxInstanceNumber: 4 },
      [3, 3, 4],
    ],
    [
      "lowers all numbers",
      { minInstanceNumber: 1, desireInstanceNumber: 1, maxInstanceNumber: 1 },
      [1, 1, 1],
    ],
  ])("%s, and the refresh keeps to it", async (_, numbers, expected) => {
    const world = await scene({ instances: 2 });
    const old = world.members();
    await interrupted(world);
    const edited = world.groupProgram(numbers);
    expect((await world.groupStack.up(edited)).failure).toBeUndefined();
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    world.pass(600);
    expect(world.numbers()).toEqual(expected);
    expect(world.members()).toHaveLength(expected[1] ?? 0);
    expect(world.members().filter((id) => old.includes(id))).toEqual([]);
    expect((await world.groupStack.preview(edited)).operation).toBe("same");
  });

  it("drains the group, which replaces everything, and the refresh then just ends", async () => {
    const world = await scene({ instances: 2, group: { lockedChange: "drain" } });
    await interrupted(world);
    const edited = world.groupProgram({
      securityGroups: [],
      networks: [{ id: "5b2f7a90-1c3d-4e5f-8a6b-7c8d9e0f1a02" }],
    });
    expect((await world.groupStack.up(edited)).failure).toBeUndefined();
    world.calls();
    expect((await world.stack.up(world.refreshArgs())).failure).toBeUndefined();
    expect(world.calls().bodies).toEqual([{ action: "delete", tags: [{ key: "pulumi-refresh" }] }]);
    expect(world.numbers()).toEqual([2, 2, 2]);
    expect((await world.groupStack.preview(edited)).operation).toBe("same");
  });
});
