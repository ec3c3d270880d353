import { describe, expect, it } from "vitest";
import { OTHER_SUBNET, OTHER_VPC, type Args } from "../../e2e/support/group-args";
import { KILLED, openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";
import { doneBut, fated, precededBy, refused } from "../../support/wires";

const CREATE = "create AS group";

const applied = async (more: Args = {}) => {
  const world = await simulated();
  const stack = openStack(world);
  const program = world.args(more);
  expect((await stack.up(program)).failure).toBeUndefined();
  const { id, name } = world.group();
  world.calls();
  return { world, stack, program, id, name };
};

/** One group, another one than before, complete and recorded. */
const expectReplaced = async (world: World, stack: Stack, program: Args, before: string) => {
  const group = world.group();
  expect(group.id).not.toBe(before);
  expect(group.instances).toHaveLength(1);
  expect(stack.recorded()).toMatchObject({ id: group.id, initErrors: [] });
  expect(stack.replaced()).toEqual([]);
  world.calls();
  expect((await stack.preview(program)).operation).toBe("same");
  expect(world.calls().writes).toEqual([]);
};

const locked = { networks: [{ id: OTHER_SUBNET }], lockedChange: "replace" };

describe("a replacement", () => {
  it.each([
    ["for another VPC", { vpcId: OTHER_VPC }],
    ["instead of a locked change", locked],
  ])("%s completes the new group, then deletes the old one", async (_, edit) => {
    const { world, stack, program, id } = await applied();
    const edited = { ...program, ...edit };
    const { operation, failure } = await stack.up(edited);
    expect({ operation, failure }).toEqual({ operation: "replace", failure: undefined });
    expect(world.calls().writes).toEqual([
      "POST scaling_group",
      "POST scaling_group/*/action",
      "PUT scaling_group/*",
      "DELETE scaling_group/*",
    ]);
    await expectReplaced(world, stack, edited, id);
  });

  it("gives each generation a name of its own, and later updates keep it", async () => {
    const { world, stack, program, name } = await applied();
    const names = [name];
    let now: Args = program;
    for (const vpcId of [OTHER_VPC, program["vpcId"], OTHER_VPC]) {
      now = { ...now, vpcId };
      expect((await stack.up(now)).operation).toBe("replace");
      names.push(world.group().name);
    }
    expect(new Set(names).size).toBe(4);
    now = { ...now, coolDownTime: 17 };
    expect((await stack.up(now)).operation).toBe("update");
    expect(world.group().name).toBe(names.at(-1));
    expect(stack.recorded()?.inputs).toMatchObject({ nameGeneration: 3 });
  });

  it("under a name that the user chose does not take the old group for the new one", async () => {
    const { world, stack, program, id } = await applied({ scalingGroupName: "shared" });
    const edited = { ...program, vpcId: OTHER_VPC };
    expect((await stack.up(edited)).failure).toBeUndefined();
    expect(world.group().name).toBe("shared");
    await expectReplaced(world, stack, edited, id);
  });

  it.each([
    ["under a derived name", {}],
    ["under a name that the user chose", { scalingGroupName: "shared" }],
  ])("on request finds the group itself %s, keeps it and says so", async (_, more) => {
    const { world, stack, program, id } = await applied(more);
    const { failure, warnings } = await stack.up(program, { replace: true });
    expect(failure).toBeUndefined();
    expect(warnings.at(-1)).toMatch(/^not replaced, and nothing was deleted: /);
    expect(world.calls().writes).toEqual([]);
    expect(world.group().id).toBe(id);
    expect(stack.recorded()?.id).toBe(id);
    expect(stack.replaced()).toEqual([]);
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("on request with another name replaces the group", async () => {
    const { world, stack, program, id } = await applied();
    const renamed = { ...program, scalingGroupName: "another" };
    expect(await stack.up(renamed, { replace: true })).toMatchObject({
      operation: "replace",
      failure: undefined,
    });
    await expectReplaced(world, stack, renamed, id);
  });

  it("of a group that is gone deletes nothing and creates one", async () => {
    const { world, stack, program, id } = await applied();
    world.outside("deleteGroup");
    const { operation, failure } = await stack.up(program);
    expect({ operation, failure }).toEqual({ operation: "replace", failure: undefined });
    expect(world.calls().writes).toEqual(["POST scaling_group", "POST scaling_group/*/action"]);
    await expectReplaced(world, stack, program, id);
  });

  it("of a paused, empty group is not needed for a locked change", async () => {
    const { world, stack, program, id } = await applied({ enable: false, desireInstanceNumber: 0 });
    expect((await stack.up({ ...program, ...locked })).operation).toBe("update");
    expect(world.group().id).toBe(id);
  });
});

describe("a replacement that fails", () => {
  it("before the new group exists leaves the old one as it was", async () => {
    const { world, stack, program, id } = await applied();
    stack.onCalls(fated(CREATE, refused(400, "AS.2003")));
    const edited = { ...program, vpcId: OTHER_VPC };
    expect((await stack.up(edited)).failure).toContain("the service refused to create AS group");
    expect(world.group()).toMatchObject({ id, instances: [{ madeByAs: true }] });
    expect(stack.recorded()?.id).toBe(id);
    stack.onCalls(undefined);
    expect((await stack.up(edited)).failure).toBeUndefined();
    await expectReplaced(world, stack, edited, id);
  });

  it("while the new instances come up records both groups, and the next up completes it", async () => {
    const { world, stack, program, id } = await applied();
    const sellOut = (): unknown =>
      world.simulator.admin.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    stack.onCalls(fated("resume AS group", precededBy(sellOut)));
    const edited = { ...program, vpcId: OTHER_VPC };
    expect((await stack.up(edited)).failure).toContain("the service refused to resume AS group");
    expect(
      world
        .groups()
        .map((group) => group.id)
        .sort(),
    ).toEqual([id, stack.recorded()?.id].sort());
    expect(stack.replaced().map((old) => old.id)).toEqual([id]);
    stack.onCalls(undefined);
    world.simulator.admin.outside("restoreFlavour", { flavour: "s3.medium.1" });
    expect((await stack.up(edited)).failure).toBeUndefined();
    await expectReplaced(world, stack, edited, id);
  });

  it("while the old group is deleted is completed by the next up", async () => {
    const { world, stack, program, id } = await applied();
    const [member = ""] = world.members();
    world.simulator.admin.outside("protectInstance", { instance_id: member });
    const edited = { ...program, vpcId: OTHER_VPC };
    expect((await stack.up(edited)).failure).toContain("are not removed without consent");
    expect(stack.replaced().map((old) => old.id)).toEqual([id]);
    world.simulator.admin.outside("protectInstance", { instance_id: member, protect: false });
    expect((await stack.up(edited)).failure).toBeUndefined();
    await expectReplaced(world, stack, edited, id);
  });

  it.each([
    ["under a derived name", {}],
    ["under a name that the user chose", { scalingGroupName: "shared" }],
  ])("because it is killed after the creation goes on with that group %s", async (_, more) => {
    const { world, stack, program, id } = await applied(more);
    stack.onCalls(
      fated(
        CREATE,
        doneBut(() => stack.kill()),
      ),
    );
    const edited = { ...program, vpcId: OTHER_VPC };
    expect((await stack.up(edited)).failure).toBe(KILLED);
    const created = world.groups().find((group) => group.id !== id)?.id;
    stack.onCalls(undefined);
    expect((await stack.up(edited)).failure).toBeUndefined();
    expect(world.group().id).toBe(created);
    await expectReplaced(world, stack, edited, id);
  });

  it("because it is killed while the old group is deleted is completed by the next up", async () => {
    const { world, stack, program, id } = await applied();
    stack.onCalls(fated("delete AS group", () => stack.kill()));
    const edited = { ...program, vpcId: OTHER_VPC };
    expect((await stack.up(edited)).failure).toBe(KILLED);
    stack.onCalls(undefined);
    expect((await stack.up(edited)).failure).toBeUndefined();
    await expectReplaced(world, stack, edited, id);
  });
});
