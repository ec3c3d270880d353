import { afterEach, describe, expect, test } from "vitest";
import type { SimulatorOptions } from "../../simulator/src";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

describe("destroy", () => {
  let project: Project;

  const start = async (
    more: Args = {},
    simulator: SimulatorOptions = {},
    options: object = {},
  ): Promise<void> => {
    project = await openProject({ simulator });
    const args = groupArgs(project.configurationId, { desireInstanceNumber: 2, ...more });
    await project.declare({ name: "web", args, options });
    await project.succeed("up");
    project.calls();
  };
  const instanceIds = (): readonly string[] =>
    project.group().instances.map(({ server }) => server?.id ?? "none");
  const protect = (instanceId: string | undefined, protects = true): void => {
    project.simulator.admin.outside("protectInstance", { instance_id: instanceId, protect: protects });
  };
  const expectNothingLeft = async (): Promise<void> => {
    expect(project.groups()).toEqual([]);
    expect((await project.stack.exportState()).deployment.resources ?? []).toEqual([]);
  };
  const deletedServers = (): readonly string[] => [...project.simulator.admin.snapshot().deletedServers];

  afterEach(() => project.close());

  test("by default releases the instances, then deletes the group", async () => {
    await start();
    const ids = instanceIds();
    await project.succeed("destroy");
    const { writes, bodies } = project.calls();
    expect(writes).toEqual(["PUT scaling_group/*", "DELETE scaling_group/*"]);
    expect(bodies[0]).toEqual({
      min_instance_number: 0,
      desire_instance_number: 0,
      max_instance_number: 0,
    });
    expect([...deletedServers()].sort()).toEqual([...ids].sort());
    await expectNothingLeft();
  });

  test("of an empty group is one call", async () => {
    await start({ desireInstanceNumber: 0 });
    await project.succeed("destroy");
    expect(project.calls().writes).toEqual(["DELETE scaling_group/*"]);
    await expectNothingLeft();
  });

  test("waits for a scaling action that is in progress", async () => {
    await start();
    project.simulator.admin.speed(50);
    project.outside("setCapacity", { desire_instance_number: 4 });
    await expect.poll(() => project.group().activity).toBe("NORMAL");
    await project.succeed("destroy");
    expect(project.simulator.admin.snapshot().servers).toEqual([]);
    await expectNothingLeft();
  });

  test("stops before a protected instance, touches nothing, and goes on when it is released", async () => {
    await start();
    const [kept] = instanceIds();
    protect(kept);
    const { output } = await project.fail("destroy");
    const { id, name } = project.group();
    expect(output).toContain(
      `AS group ${name} (id ${id}): deleting has stopped: 1 instance(s) are protected from scale-in and are not removed without consent: ${kept ?? ""}`,
    );
    expect(output).toContain("take the protection off these instances and destroy again");
    expect(output).toContain('set deleteMode: "force", run `pulumi up`, then destroy');
    expect(project.calls().writes).toEqual([]);
    expect(project.group().instances).toHaveLength(2);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    protect(kept, false);
    await project.succeed("destroy");
    await expectNothingLeft();
  });

  test.each(["INSERVICE", "PAUSED"])(
    "of a group in %s detaches an instance that somebody attached, and says so",
    async (status) => {
      await start();
      const { instance_id: attached } = project.outside("attachInstance") as { instance_id: string };
      if (status === "PAUSED") project.outside("pauseGroup");
      const { output } = await project.succeed("destroy");
      expect(output).toContain(`not created by AS, so detached and still there: ${attached}`);
      expect(project.simulator.admin.snapshot().servers).toMatchObject([{ id: attached, status: "ACTIVE" }]);
      expect(deletedServers()).toHaveLength(2);
      await expectNothingLeft();
    },
  );

  const many = { minInstanceNumber: 26, desireInstanceNumber: 26, maxInstanceNumber: 30 };

  test("of a group of 26 running instances releases all of them", async () => {
    await start(many);
    await project.succeed("destroy");
    expect(deletedServers()).toHaveLength(26);
    await expectNothingLeft();
  });

  test.each([
    ["refuses to remove instances", "refuse"],
    ["removes instances, ten at a time", "allowed"],
  ] as const)("of a paused group of 26 instances, where the service %s", async (_, removeWhilePaused) => {
    await start(many, { variants: { removeWhilePaused } });
    project.outside("pauseGroup");
    await project.succeed("destroy");
    const removals = project.calls().writes.filter((write) => write.includes("scaling_group_instance"));
    expect(removals).toHaveLength(removeWhilePaused === "allowed" ? 3 : 1);
    expect(deletedServers()).toHaveLength(26);
    await expectNothingLeft();
  });

  test('with "force" is one call, and protected instances go, too', async () => {
    await start({ deleteMode: "force" });
    const [kept] = instanceIds();
    protect(kept);
    await project.succeed("destroy");
    expect(project.calls().writes).toEqual(["DELETE scaling_group/*"]);
    expect(deletedServers()).toContain(kept);
    await expectNothingLeft();
  });

  test('with "force" leaves an instance that somebody attached alive', async () => {
    await start({ deleteMode: "force" });
    const { instance_id: attached } = project.outside("attachInstance") as { instance_id: string };
    await project.succeed("destroy");
    expect(deletedServers()).not.toContain(attached);
    await expectNothingLeft();
  });

  test('with "refuse" stops while there are instances, and deletes an empty group', async () => {
    await start({ deleteMode: "refuse" });
    const { output } = await project.fail("destroy");
    expect(output).toContain(
      'deleting has stopped: deleteMode is "refuse" and the group is not empty: INSERVICE, 2 instances (desired 2), no scaling action in progress',
    );
    expect(project.calls().writes).toEqual([]);
    project.outside("setCapacity", { desire_instance_number: 0 });
    await expect.poll(() => project.group().instances).toEqual([]);
    await expect.poll(() => project.group().activity).toBeNull();
    await project.succeed("destroy");
    await expectNothingLeft();
  });

  test("uses a deleteMode that was edited and applied afterwards", async () => {
    await start({ deleteMode: "refuse" });
    const args = groupArgs(project.configurationId, { desireInstanceNumber: 2, deleteMode: "force" });
    await project.declare({ name: "web", args });
    await project.succeed("up");
    expect(project.calls().writes).toEqual([]);
    await project.succeed("destroy");
    await expectNothingLeft();
  });

  test("of a protected resource is refused by the engine, and calls nothing", async () => {
    await start({}, {}, { protect: true });
    const { output } = await project.fail("destroy");
    expect(output).toContain("protected");
    expect(project.calls().writes).toEqual([]);
    expect(project.group().instances).toHaveLength(2);
  });

  test("of a resource that is retained takes it out of the state, and leaves the group alone", async () => {
    await start({}, {}, { retainOnDelete: true });
    await project.succeed("destroy");
    expect(project.calls().writes).toEqual([]);
    expect(project.group().instances).toHaveLength(2);
    expect((await project.stack.exportState()).deployment.resources ?? []).toEqual([]);
  });

  test("happens to a group that leaves the program", async () => {
    await start({ deleteMode: "force" });
    await project.declare();
    await project.succeed("up");
    expect(project.calls().writes).toEqual(["DELETE scaling_group/*"]);
    expect(project.groups()).toEqual([]);
  });
});
