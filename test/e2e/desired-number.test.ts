import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

describe("the desired number, which policies move", () => {
  let project: Project;
  let args: Args;

  const edit = async (more: Args): Promise<void> => {
    args = { ...args, ...more };
    await project.declare({ name: "web", args });
  };
  /** Edits, runs `up` and returns the bodies of its writes. */
  const up = async (more: Args = {}): Promise<readonly unknown[]> => {
    await edit(more);
    project.calls();
    await project.succeed("up");
    return project.calls().bodies;
  };
  const policyMoves = async (desired: number): Promise<void> => {
    project.outside("setCapacity", { desire_instance_number: desired });
    await expect.poll(() => project.group().instances.length).toBe(desired);
    await expect.poll(() => project.group().activity).toBeNull();
  };
  const desired = (): unknown => project.group().document["desire_instance_number"];
  const output = async (): Promise<unknown> =>
    ((await project.stack.outputs()) as { web: Args }).web["desireInstanceNumber"];

  beforeAll(async () => {
    project = await openProject();
    args = groupArgs(project.configurationId, { desireInstanceNumber: 2 });
    await up();
  });
  afterAll(() => project.close());

  test("by default is left where a policy has put it, and shown in the outputs after a refresh", async () => {
    await policyMoves(4);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    expect(await up()).toEqual([]);
    await project.succeed("refresh");
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    expect(await up()).toEqual([]);
    expect(await output()).toBe(4);
  });

  test("by default is not sent along with another edit", async () => {
    expect(await up({ coolDownTime: 60 })).toEqual([{ cool_down_time: 60 }]);
    expect(desired()).toBe(4);
    expect(await output()).toBe(4);
  });

  test("by default is moved just far enough to fit new bounds", async () => {
    expect(await up({ maxInstanceNumber: 3 })).toEqual([
      { max_instance_number: 3, desire_instance_number: 3 },
    ]);
    expect(project.group().instances).toHaveLength(3);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("by default follows an edit of the program", async () => {
    expect(await up({ desireInstanceNumber: 1, maxInstanceNumber: 6 })).toEqual([
      { desire_instance_number: 1, max_instance_number: 6 },
    ]);
    expect(project.group().instances).toHaveLength(1);
    await policyMoves(2);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("by default may move during an update, which ends with what the policy wants", async () => {
    project.simulator.admin.speed(20);
    await edit({ desireInstanceNumber: 3 });
    const running = project.stack.start("up");
    await expect.poll(() => desired(), { timeout: 30_000 }).toBe(3);
    project.outside("setCapacity", { desire_instance_number: 4 });
    project.simulator.admin.speed(200);
    expect(await running.done).toMatchObject({ exitCode: 0 });
    expect(project.group().instances).toHaveLength(4);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test('with "enforce" is shown as drift and restored by every up', async () => {
    expect(await up({ desireInstanceNumberMode: "enforce" })).toEqual([{ desire_instance_number: 3 }]);
    await policyMoves(5);
    const preview = await project.succeed("preview");
    expect(preview.output).toContain(
      "changed outside of Pulumi: desireInstanceNumber is 5, the program says 3",
    );
    expect(await up()).toEqual([{ desire_instance_number: 3 }]);
    expect(project.group().instances).toHaveLength(3);
    await policyMoves(2);
    await project.succeed("refresh");
    expect(await up()).toEqual([{ desire_instance_number: 3 }]);
  });

  test('with "initial" is never moved by the program again', async () => {
    expect(await up({ desireInstanceNumberMode: "initial" })).toEqual([]);
    expect(await up({ desireInstanceNumber: 1 })).toEqual([]);
    expect(desired()).toBe(3);
    await policyMoves(4);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    expect(await up({ maxInstanceNumber: 3 })).toEqual([
      { max_instance_number: 3, desire_instance_number: 3 },
    ]);
  });

  test("without the argument belongs to AS from the beginning", async () => {
    const { desireInstanceNumber: _, desireInstanceNumberMode: __, ...rest } = args;
    args = rest;
    expect(await up({ minInstanceNumber: 1 })).toEqual([{ min_instance_number: 1 }]);
    expect(desired()).toBe(3);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });
});
