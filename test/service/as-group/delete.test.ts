import type { SimulatorOptions } from "otc-as-simulator";
import { describe, expect, it } from "vitest";
import type { Args } from "../../e2e/support/group-args";
import { openStack, type Stack } from "../../support/engine";
import { simulated, type World } from "../../support/simulated";
import { fated, precededBy, refused } from "../../support/wires";

const DELETE = "delete AS group";
const TO_ZERO = { min_instance_number: 0, desire_instance_number: 0, max_instance_number: 0 };

const applied = async (more: Args = {}, options: SimulatorOptions = {}) => {
  const world = await simulated(options);
  const stack = openStack(world);
  const program = world.args(more);
  expect((await stack.up(program)).failure).toBeUndefined();
  world.calls();
  return { world, stack, program };
};

const attach = (world: World): string =>
  (world.outside("attachInstance") as { readonly instance_id: string }).instance_id;

const protect = (world: World): string => {
  const [first = ""] = world.members();
  world.simulator.admin.outside("protectInstance", { instance_id: first });
  return first;
};

/** The group is gone; of the ECSs, only these are left. */
const expectGone = (world: World, stack: Stack, left: readonly string[] = []) => {
  const { groups, servers } = world.simulator.admin.snapshot();
  expect(groups).toEqual([]);
  expect(servers.map(({ id }) => id).sort()).toEqual([...left].sort());
  expect(stack.recorded()).toBeUndefined();
};

describe('deleteMode "drain"', () => {
  it("sets all numbers to zero, waits, deletes, and looks whether the group is gone", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 3 });
    expect(await stack.destroy()).toMatchObject({ failure: undefined, warnings: [] });
    const { writes, bodies, reads } = world.calls();
    expect(writes).toEqual(["PUT scaling_group/*", "DELETE scaling_group/*"]);
    expect(bodies).toEqual([TO_ZERO]);
    expect(reads["scaling_group_instance/*/list"]).toBe(1);
    expectGone(world, stack);
  });

  it("of an empty group that desires nothing is one write", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 0 });
    await stack.destroy();
    const { writes, reads } = world.calls();
    expect(writes).toEqual(["DELETE scaling_group/*"]);
    expect(reads).toEqual({ scaling_group: 2, "scaling_group/*": 1 });
    expectGone(world, stack);
  });

  it("empties 27 instances of a running group with one call", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 27, maxInstanceNumber: 30 });
    expect(world.group().instances).toHaveLength(27);
    expect((await stack.destroy()).failure).toBeUndefined();
    expect(world.calls().writes).toEqual(["PUT scaling_group/*", "DELETE scaling_group/*"]);
    expectGone(world, stack);
  });

  it("removes 27 instances of a paused group in batches of ten, one scaling action at a time", async () => {
    const { world, stack } = await applied(
      { desireInstanceNumber: 27, maxInstanceNumber: 30 },
      { variants: { removeWhilePaused: "allowed" } },
    );
    world.outside("pauseGroup");
    expect((await stack.destroy()).failure).toBeUndefined();
    const { writes, bodies } = world.calls();
    const batches = bodies.slice(1) as readonly { action: string; instances_id: readonly string[] }[];
    expect(batches.map(({ action, instances_id: ids }) => [action, ids.length])).toEqual([
      ["REMOVE", 10],
      ["REMOVE", 10],
      ["REMOVE", 7],
    ]);
    expect(writes.at(-1)).toBe("DELETE scaling_group/*");
    expectGone(world, stack);
  });

  it("resumes a paused group of a service that removes nothing from one, with all numbers at zero", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 2 });
    world.outside("pauseGroup");
    expect((await stack.destroy()).failure).toBeUndefined();
    const { writes } = world.calls();
    expect(writes).toEqual([
      "PUT scaling_group/*",
      "POST scaling_group_instance/*/action",
      "POST scaling_group/*/action",
      "DELETE scaling_group/*",
    ]);
    expectGone(world, stack);
  });

  it("waits for a scaling action, and loses nothing that it brings", async () => {
    const { world, stack } = await applied();
    world.outside("setCapacity", { desire_instance_number: 4 });
    world.pass(20);
    expect(world.group().document["is_scaling"]).toBe(true);
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });

  it("waits for the scaling action of a group that was paused under it", async () => {
    const { world, stack } = await applied();
    world.outside("setCapacity", { desire_instance_number: 4 });
    world.pass(20);
    world.outside("pauseGroup");
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });

  it.each([
    ["is to be had again", true],
    ["is still sold out", false],
  ])("empties a group in ERROR when the flavour that it lacked %s", async (_, restored) => {
    const { world, stack, program } = await applied();
    world.simulator.admin.outside("sellOutFlavour", { flavour: "s3.medium.1" });
    await stack.up({ ...program, desireInstanceNumber: 3 });
    expect(world.group().document["scaling_group_status"]).toBe("ERROR");
    if (restored) world.simulator.admin.outside("restoreFlavour", { flavour: "s3.medium.1" });
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });
});

describe('deleteMode "force"', () => {
  it("is one write, and ends when the group is gone", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 3, deleteMode: "force" });
    const { failure, progress } = await stack.destroy();
    expect(failure).toBeUndefined();
    expect(progress.at(-1)).toBe("the group is gone");
    expect(world.calls().writes).toEqual(["DELETE scaling_group/*"]);
    expectGone(world, stack);
  });

  it("deletes protected instances, and names those that AS did not create, which survive", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 2, deleteMode: "force" });
    const attached = attach(world);
    const kept = protect(world);
    expect(await stack.destroy()).toMatchObject({
      failure: undefined,
      warnings: [`not created by AS, so detached and still there: ${attached}`],
    });
    expectGone(world, stack, [attached]);
    expect(world.simulator.admin.snapshot().deletedServers).toContain(kept);
  });

  it("fails at once where the service does not take it", async () => {
    const { world, stack } = await applied({ deleteMode: "force" }, { variants: { forceDelete: "refuse" } });
    const began = world.clock.now();
    expect((await stack.destroy()).failure).toContain("AS.2021");
    expect(world.clock.now()).toBe(began);
    expect(world.group().instances).toHaveLength(1);
  });
});

describe('deleteMode "refuse"', () => {
  it("refuses a group with instances, and touches nothing", async () => {
    const { world, stack } = await applied({ deleteMode: "refuse" });
    const { failure } = await stack.destroy();
    expect(failure).toContain('deleteMode is "refuse" and the group is not empty: INSERVICE, 1 instance');
    expect(world.calls().writes).toEqual([]);
    expect(stack.recorded()?.id).toBe(world.group().id);
  });

  it("refuses a running group whose instances have yet to come", async () => {
    const { world, stack } = await applied({ deleteMode: "refuse", timeouts: { create: 0 } });
    expect(world.group().instances).toEqual([]);
    expect((await stack.destroy()).failure).toContain("the group is not empty");
    expect(world.calls().writes).toEqual([]);
  });

  it.each([
    ["running", true],
    ["paused", false],
  ])("deletes an empty group that is %s", async (_, enable) => {
    const { world, stack } = await applied({ deleteMode: "refuse", desireInstanceNumber: 0, enable });
    expect((await stack.destroy()).failure).toBeUndefined();
    expect(world.calls().writes).toEqual(["DELETE scaling_group/*"]);
    expectGone(world, stack);
  });
});

describe("protected instances", () => {
  it("stop a drain before anything is touched, by name, with the ways out", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 2 });
    const kept = protect(world);
    const { failure } = await stack.destroy();
    expect(failure).toContain(`are not removed without consent: ${kept}`);
    expect(failure).toContain('set drain: { protectedInstances: "release" }, run `pulumi up`, then destroy');
    expect(world.calls().writes).toEqual([]);
    expect(world.group().instances).toHaveLength(2);
  });

  it("are released with consent", async () => {
    const { world, stack } = await applied({
      desireInstanceNumber: 2,
      drain: { protectedInstances: "release" },
    });
    const kept = protect(world);
    expect((await stack.destroy()).failure).toBeUndefined();
    const { writes, bodies } = world.calls();
    expect(writes).toEqual([
      "POST scaling_group_instance/*/action",
      "PUT scaling_group/*",
      "DELETE scaling_group/*",
    ]);
    expect(bodies[0]).toEqual({ action: "UNPROTECT", instances_id: [kept] });
    expectGone(world, stack);
  });

  it("that are protected while the numbers go down are noticed, and stop the drain there", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 2 });
    stack.onCalls(
      fated(
        "modify AS group",
        precededBy(() => protect(world)),
      ),
    );
    expect((await stack.destroy()).failure).toContain("are not removed without consent");
    expect(world.group().instances).toHaveLength(2);
    expect(stack.recorded()?.id).toBe(world.group().id);
  });

  it("do not stop the next destroy once they are not protected any more", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 2 });
    const kept = protect(world);
    await stack.destroy();
    world.simulator.admin.outside("protectInstance", { instance_id: kept, protect: false });
    expect((await stack.destroy()).failure).toBeUndefined();
    expectGone(world, stack);
  });
});

describe("instances that AS did not create", () => {
  it("are detached and named, and live on", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 2 });
    const attached = attach(world);
    const { failure, warnings } = await stack.destroy();
    expect({ failure, warnings }).toEqual({
      failure: undefined,
      warnings: [`not created by AS, so detached and still there: ${attached}`],
    });
    expectGone(world, stack, [attached]);
  });

  it.each(["refuse", "allowed"] as const)(
    "of a paused group live on, too (removeWhilePaused=%s)",
    async (removeWhilePaused) => {
      const { world, stack } = await applied(
        { desireInstanceNumber: 2 },
        { variants: { removeWhilePaused } },
      );
      const attached = attach(world);
      world.outside("pauseGroup");
      const { failure, warnings } = await stack.destroy();
      expect({ failure, warnings }).toEqual({
        failure: undefined,
        warnings: [`not created by AS, so detached and still there: ${attached}`],
      });
      expectGone(world, stack, [attached]);
    },
  );

  it("are named although the plan had to be made anew after they were gone", async () => {
    const { world, stack } = await applied({ desireInstanceNumber: 2 });
    const attached = attach(world);
    stack.onCalls(fated(DELETE, refused(400, "AS.2021")));
    const { failure, warnings } = await stack.destroy();
    expect(failure).toBeUndefined();
    expect(warnings).toEqual([`not created by AS, so detached and still there: ${attached}`]);
    expectGone(world, stack, [attached]);
  });
});
