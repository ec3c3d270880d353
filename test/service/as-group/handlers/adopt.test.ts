import { describe, expect, it } from "vitest";
import { OTHER_SUBNET, OTHER_VPC, type Args } from "../../../e2e/support/group-args";
import { openStack, type Stack } from "../../../support/engine";
import { simulated, type World } from "../../../support/simulated";

interface Scene {
  readonly world: World;
  readonly id: string;
  /** Adopts the group. */
  readonly stack: Stack;
  readonly program: (more?: Args) => Args;
}

/** A group that was made elsewhere, and a stack that does not know it. */
const elsewhere = async (made: Args = {}): Promise<Scene> => {
  const world = await simulated();
  await openStack(world, "elsewhere").up(world.args({ scalingGroupName: "theirs", ...made }));
  world.calls();
  const id = world.group().id;
  return { world, id, stack: openStack(world), program: (more) => world.args({ adoptId: id, ...more }) };
};

describe("a group that is adopted", () => {
  it("is recorded under its name and left alone when nothing differs", async () => {
    const { world, id, stack, program } = await elsewhere({ tags: { env: "prod" } });
    expect(await stack.up(program())).toMatchObject({ operation: "create", failure: undefined });
    expect(world.calls().writes).toEqual([]);
    expect(stack.recorded()).toMatchObject({ id, outputs: { scalingGroupName: "theirs" } });
    expect(await stack.preview(program())).toMatchObject({ operation: "same", warnings: [] });
  });

  it("is compared at preview, which says exactly what differs and writes nothing", async () => {
    const { world, stack, program } = await elsewhere({ coolDownTime: 300, tags: { env: "prod" } });
    const wanted = program({ coolDownTime: 600, enable: false, maxInstanceNumber: 7, tags: { env: "dev" } });
    const { operation, told } = await stack.preview(wanted);
    expect(operation).toBe("create");
    expect(told).toEqual([
      `adopts AS group theirs (${world.group().id}): maxInstanceNumber 5 → 7; coolDownTime 300 → 600; enable true → false (INSERVICE); 1 tag differs; nothing else differs`,
      expect.stringMatching(/^plan: .*pause/),
    ]);
    expect(world.calls().writes).toEqual([]);
  });

  it("is given what differs, in one write, and its name only when the program says so", async () => {
    const { world, stack, program } = await elsewhere();
    await stack.up(program({ coolDownTime: 600 }));
    expect(world.calls()).toMatchObject({
      writes: ["PUT scaling_group/*"],
      bodies: [{ cool_down_time: 600 }],
    });
    await stack.up(program({ coolDownTime: 600, scalingGroupName: "ours" }));
    expect(world.group().name).toBe("ours");
    const { adoptId: _, ...rest } = program({ coolDownTime: 600 });
    expect(await stack.up(rest)).toMatchObject({ failure: undefined });
    expect(world.group().name).toBe("ours");
  });

  it("keeps what the program does not mention, also later", async () => {
    const { world, stack, program } = await elsewhere({ description: "theirs", tags: { env: "prod" } });
    await stack.up(program());
    await stack.up(program({ coolDownTime: 60 }));
    expect(world.group()).toMatchObject({ document: { description: "theirs" }, tags: { env: "prod" } });
  });

  it("is repaired after drift like any other", async () => {
    const { world, stack, program } = await elsewhere();
    await stack.up(program({ coolDownTime: 600 }));
    world.outside("modifyGroup", { cool_down_time: 1 });
    expect((await stack.preview(program({ coolDownTime: 600 }))).warnings).toEqual([
      "changed outside of Pulumi: coolDownTime is 1, the program says 600",
    ]);
    await stack.up(program({ coolDownTime: 600 }));
    expect(world.group().document).toMatchObject({ cool_down_time: 600 });
  });

  it("is adopted again after the state was lost", async () => {
    const { world, id, stack, program } = await elsewhere();
    await stack.up(program());
    const anew = openStack(world);
    expect(await anew.up(program())).toMatchObject({ failure: undefined });
    expect(anew.recorded()?.id).toBe(id);
    expect(world.groups()).toHaveLength(1);
  });

  it("is deleted by destroy as deleteMode says", async () => {
    const { world, stack, program } = await elsewhere();
    await stack.up(program({ deleteMode: "refuse" }));
    expect((await stack.destroy()).failure).toContain('deleteMode is "refuse"');
    await stack.up(program({ deleteMode: "drain" }));
    await stack.destroy();
    expect(world.groups()).toEqual([]);
  });

  it("is drained for a locked change when the program allows it", async () => {
    const { world, stack, program } = await elsewhere();
    const wanted = program({ networks: [{ id: OTHER_SUBNET }], lockedChange: "drain" });
    expect((await stack.preview(wanted)).told[1]).toMatch(
      /^plan: pause, release 1 instance, change networks, restore/,
    );
    expect(await stack.up(wanted)).toMatchObject({ failure: undefined });
    expect(world.group()).toMatchObject({
      document: { networks: [{ id: OTHER_SUBNET }], current_instance_number: 1 },
      tags: {},
    });
  });

  it("is kept when a replacement is asked for, which finds it under its adoptId", async () => {
    const { world, id, stack, program } = await elsewhere();
    await stack.up(program());
    expect(await stack.up(program(), { replace: true })).toMatchObject({ failure: undefined });
    expect(world.group().id).toBe(id);
    expect(await stack.preview(program())).toMatchObject({ operation: "same", failure: undefined });
  });

  it("is replaced again and again although its adoptId stays in the program", async () => {
    const { world, id, stack, program } = await elsewhere();
    await stack.up(program());
    for (const vpcId of [OTHER_VPC, program()["vpcId"], OTHER_VPC])
      expect(await stack.up(program({ vpcId }))).toMatchObject({ operation: "replace", failure: undefined });
    expect(world.group().id).not.toBe(id);
    expect(await stack.preview(program({ vpcId: OTHER_VPC }))).toMatchObject({ operation: "same" });
  });
});

describe("an adoption is refused at preview and by up, and touches nothing,", () => {
  const refused = async ({ world, stack }: Scene, wanted: Args): Promise<string> => {
    const previewed = await stack.preview(wanted);
    expect(previewed.operation).toBeUndefined();
    expect((await stack.up(wanted)).failure).toBe(previewed.failure);
    expect(world.calls().writes).toEqual([]);
    expect(stack.recorded()).toBeUndefined();
    return previewed.failure ?? "";
  };

  it("when there is no such group", async () => {
    const scene = await elsewhere();
    const id = "00000000-0000-4000-8000-000000000000";
    expect(await refused(scene, scene.program({ adoptId: id }))).toContain(
      `there is no AS group with the id ${id} that could be adopted`,
    );
  });

  it("when the group is in another VPC, which only a replacement could change", async () => {
    const scene = await elsewhere();
    expect(await refused(scene, scene.program({ vpcId: OTHER_VPC }))).toContain(
      "a VPC cannot change, and an adoption replaces nothing",
    );
  });

  it.each(["fail", "replace"])(
    "when a locked field differs under lockedChange %s, since nothing is recreated",
    async (lockedChange) => {
      const scene = await elsewhere();
      const wanted = scene.program({ networks: [{ id: OTHER_SUBNET }], lockedChange });
      expect(await refused(scene, wanted)).toContain("networks cannot change on the group as it is now");
    },
  );

  it("when another stack is draining the group", async () => {
    const scene = await elsewhere();
    scene.world.outside("setTags", { tags: { "pulumi-drain": "v1_0_1_5_0badcafe" } });
    expect(await refused(scene, scene.program())).toContain(
      "another stack is draining this group (mark 0badcafe)",
    );
  });

  it("when arguments are wrong, which is said without asking for the group", async () => {
    const scene = await elsewhere();
    expect(await refused(scene, scene.program({ coolDownTime: -1 }))).toContain("coolDownTime");
    expect(scene.world.calls().reads).toEqual({});
  });

  it("when the resource has a group already", async () => {
    const { world, id, stack, program } = await elsewhere();
    await stack.up(program());
    const other = "00000000-0000-4000-8000-000000000000";
    expect((await stack.preview(program({ adoptId: other }))).failure).toContain(
      `this resource manages AS group ${id}, so it cannot adopt ${other}`,
    );
    const { adoptId: _, ...without } = program();
    await stack.up(without);
    expect(await stack.up(program())).toMatchObject({ failure: undefined });
    expect(world.groups()).toHaveLength(1);
  });
});

it("an id that is not known before up is not looked at", async () => {
  const { world, stack, program } = await elsewhere();
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  expect(await stack.preview(program({ adoptId: unknown }))).toMatchObject({ operation: "create", told: [] });
  expect(world.calls().reads).toEqual({});
});
