import { describe, expect, it } from "vitest";
import { KILLED, openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";
import { doneBut, fated, followedBy, refused, unanswered, type Fate } from "../../support/wires";

const CREATE = "create AS group";

const begin = async () => {
  const world = await simulated();
  const stack = openStack(world);
  const program = world.args({ desireInstanceNumber: 2, tags: { env: "prod" } });
  return { world, stack, program };
};

const creations = (world: World): number =>
  world.simulator.admin
    .requests()
    .filter(({ method, path }) => method === "POST" && path.endsWith("/scaling_group")).length;

/** One group, recorded, as the program wants it; and it can be destroyed. */
const expectOneCompleteGroup = async (world: World, stack: Stack, program: object) => {
  const group = world.group();
  expect(group.instances).toHaveLength(2);
  expect(group.document["scaling_group_status"]).toBe("INSERVICE");
  expect(group.tags).toEqual({ env: "prod" });
  expect(stack.recorded()).toMatchObject({ id: group.id, initErrors: [] });
  world.calls();
  expect((await stack.preview({ ...program })).operation).toBe("same");
  expect(world.calls().writes).toEqual([]);
  expect((await stack.destroy()).failure).toBeUndefined();
  expect(world.groups()).toEqual([]);
};

describe("a creation whose answer says nothing about its effect", () => {
  it.each(["lost", "truncated", "malformed"] as const)(
    "is not repeated when the answer is %s, because the group is found",
    async (kind) => {
      const { world, stack, program } = await begin();
      world.simulator.admin.fault({ match: { method: "POST", path: "**/scaling_group" }, effect: { kind } });
      expect((await stack.up(program)).failure).toBeUndefined();
      expect(creations(world)).toBe(1);
      await expectOneCompleteGroup(world, stack, program);
    },
  );

  it.each([
    ["500", refused(500, "AS.0001")],
    ["503", refused(503, "AS.0001")],
  ])("is not repeated when the service answers %s although it has created the group", async (_, fate) => {
    const { world, stack, program } = await begin();
    stack.onCalls(fated(CREATE, doneBut(fate)));
    expect((await stack.up(program)).failure).toBeUndefined();
    expect(creations(world)).toBe(1);
    await expectOneCompleteGroup(world, stack, program);
  });

  it.each([
    ["the connection is reset", unanswered],
    ["the service answers 500", refused(500, "AS.0001")],
  ])("is repeated when %s and there is no group", async (_, fate) => {
    const { world, stack, program } = await begin();
    stack.onCalls(fated(CREATE, fate));
    expect((await stack.up(program)).failure).toBeUndefined();
    expect(creations(world)).toBe(1);
    await expectOneCompleteGroup(world, stack, program);
  });

  it("is given up after three attempts, without a trace", async () => {
    const { world, stack, program } = await begin();
    const fate = refused(500, "AS.0001");
    stack.onCalls(fated(CREATE, fate, fate, fate));
    expect((await stack.up(program)).failure).toContain("the service refused to create AS group (HTTP 500)");
    expect(world.groups()).toEqual([]);
    expect(stack.recorded()).toBeUndefined();
    expect((await stack.up(program)).failure).toBeUndefined();
    await expectOneCompleteGroup(world, stack, program);
  });

  it("fails when nobody can look for the group, and the next up continues with it", async () => {
    const { world, stack, program } = await begin();
    stack.onCalls(async (request, send) => {
      if (world.groups().length > 0) return refused(500, "AS.0001")(send);
      return request.operation === CREATE ? doneBut(unanswered)(send) : send();
    });
    expect((await stack.up(program)).failure).toBeDefined();
    expect(stack.recorded()).toBeUndefined();
    stack.onCalls(undefined);
    const { id, name } = world.group();
    const { failure, warnings } = await stack.up(program);
    expect(failure).toBeUndefined();
    expect(warnings).toEqual([
      `continuing with AS group ${name} (${id}), which an interrupted run had created`,
    ]);
    expect(world.group().id).toBe(id);
    await expectOneCompleteGroup(world, stack, program);
  });
});

describe("a create that is killed after its group has come to be", () => {
  const killedAt = (operation: string, stack: Stack, before: boolean) => {
    const fate: Fate = before ? () => stack.kill() : doneBut(() => stack.kill());
    stack.onCalls(fated(operation, fate));
  };

  it.each([
    ["after the creation", CREATE, false],
    ["before the tags", "create tags of AS group", true],
    ["after the tags", "create tags of AS group", false],
    ["before the resumption", "resume AS group", true],
    ["after the resumption", "resume AS group", false],
  ])("%s, leaves one complete group after the next up", async (_, operation, before) => {
    const { world, stack, program } = await begin();
    killedAt(operation, stack, before);
    expect((await stack.up(program)).failure).toBe(KILLED);
    expect(stack.recorded()).toBeUndefined();
    const { id } = world.group();
    stack.onCalls(undefined);
    const { operation: done, failure } = await stack.up(program);
    expect({ done, failure }).toEqual({ done: "create", failure: undefined });
    expect(world.group().id).toBe(id);
    await expectOneCompleteGroup(world, stack, program);
  });

  it("under an edited program, continues with the group and applies the edit", async () => {
    const { world, stack, program } = await begin();
    killedAt("resume AS group", stack, false);
    await stack.up(program);
    stack.onCalls(undefined);
    const edited = { ...program, coolDownTime: 17, maxInstanceNumber: 9 };
    expect((await stack.up(edited)).failure).toBeUndefined();
    expect(world.group().document).toMatchObject({ cool_down_time: 17, max_instance_number: 9 });
    await expectOneCompleteGroup(world, stack, edited);
  });

  it("leaves a paused group paused with enable: false", async () => {
    const { world, stack, program } = await begin();
    killedAt("create tags of AS group", stack, true);
    await stack.up({ ...program, enable: false });
    stack.onCalls(undefined);
    expect((await stack.up({ ...program, enable: false })).failure).toBeUndefined();
    expect(world.group().document).toMatchObject({
      scaling_group_status: "PAUSED",
      current_instance_number: 0,
    });
    expect(world.group().tags).toEqual({ env: "prod" });
  });
});

describe("a name that the user chose", () => {
  it("finds its own group after a kill", async () => {
    const { world, stack, program } = await begin();
    stack.onCalls(
      fated(
        CREATE,
        doneBut(() => stack.kill()),
      ),
    );
    const named = { ...program, scalingGroupName: "shared" };
    await stack.up(named);
    const { id } = world.group();
    stack.onCalls(undefined);
    expect((await stack.up(named)).failure).toBeUndefined();
    expect(world.group().id).toBe(id);
    await expectOneCompleteGroup(world, stack, named);
  });

  it("does not take another group of that name for its own", async () => {
    const { world, stack, program } = await begin();
    await openStack(world).up({ ...program, scalingGroupName: "shared", coolDownTime: 999 });
    const theirs = world.group();
    await stack.up({ ...program, scalingGroupName: "shared", coolDownTime: 17 });
    expect(world.groups()).toHaveLength(2);
    expect(stack.recorded()?.id).not.toBe(theirs.id);
    expect(world.groups()[0]).toMatchObject({ id: theirs.id, document: { cool_down_time: 999 } });
  });

  it("stops when two groups of that name look like its own", async () => {
    const { world, stack, program } = await begin();
    const named = { ...program, scalingGroupName: "shared" };
    // Each is created where the other is not to be seen.
    const blind = openStack(world);
    blind.onCalls(fated("list AS groups", refused(403, "AS.0011")));
    await blind.up(named);
    const other = openStack(world);
    other.onCalls(fated("list AS groups", refused(403, "AS.0011")));
    await other.up(named);
    const [first, second] = world.groups().map(({ id }) => id);
    const { failure } = await stack.up(named);
    expect(failure).toContain("2 groups are named shared and look like this one: ");
    expect(failure).toContain(String(first));
    expect(failure).toContain(String(second));
    expect(world.groups()).toHaveLength(2);
    expect(stack.recorded()).toBeUndefined();
  });

  it("is not taken over from a group that is being deleted", async () => {
    const { world, stack, program } = await begin();
    const first = openStack(world);
    await first.up({ ...program, deleteMode: "force", timeouts: { delete: 0 } });
    const theirs = world.group().id;
    await first.destroy();
    expect(world.group().document["scaling_group_status"]).toBe("DELETING");
    expect((await stack.up(program)).failure).toBeUndefined();
    expect(stack.recorded()?.id).not.toBe(theirs);
    await expectOneCompleteGroup(world, stack, program);
  });
});

describe("a process that has seen its group vanish", () => {
  it("creates it anew", async () => {
    const { world, stack, program } = await begin();
    stack.onCalls(
      fated(
        "resume AS group",
        followedBy(() => world.outside("deleteGroup")),
      ),
    );
    await stack.up(program);
    expect(stack.recorded()).toBeUndefined();
    expect((await stack.up(program)).failure).toBeUndefined();
    await expectOneCompleteGroup(world, stack, program);
  });
});
