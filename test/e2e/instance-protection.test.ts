import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs } from "./support/group-args";
import { openProject, type Project } from "./support/project";

describe("an instance protection", () => {
  let project: Project;

  const members = () => project.group().instances.map(({ server }) => server?.id ?? "");
  const spared = () =>
    project
      .group()
      .instances.filter(({ document }) => Reflect.get(document, "protect_from_scaling_down") === true)
      .map(({ server }) => server?.id);
  const declare = (instanceIds: readonly string[] | undefined, desireInstanceNumber = 3) =>
    project.declare(
      { name: "web", args: groupArgs(project.configurationId, { desireInstanceNumber }) },
      ...(instanceIds === undefined
        ? []
        : [
            {
              name: "spared",
              kind: "InstanceProtection",
              args: { scalingGroupId: { $output: ["web", "id"] }, instanceIds },
            },
          ]),
    );

  beforeAll(async () => {
    project = await openProject();
    await declare(undefined);
    await project.succeed("up");
  });
  afterAll(() => project.close());

  test("keeps instances from scale-in, and is unchanged afterwards", async () => {
    const [a = "", b = ""] = members();
    await declare([a, b]);
    project.calls();
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([{ action: "PROTECT", instances_id: [a, b] }]);
    expect((await project.succeed("preview")).output).toContain("3 unchanged");
    await declare([a, b], 2);
    await project.succeed("up");
    expect(members()).toEqual([a, b]);
  });

  test("gives back a protection that somebody lifted", async () => {
    const [a = "", b = ""] = members();
    project.simulator.admin.outside("protectInstance", { instance_id: a, protect: false });
    expect((await project.succeed("preview")).output).toContain(
      `changed outside of Pulumi: instance ${a} is not protected any more; up protects it again`,
    );
    await project.succeed("up");
    expect(spared()).toEqual([a, b]);
  });

  test("says that an instance has left, and goes on without it", async () => {
    const [a = "", b = ""] = members();
    project.simulator.admin.outside("detachInstance", { instance_id: b });
    await project.succeed("refresh");
    const { output } = await project.succeed("up");
    expect(output).toContain(`instance ${b} is not in the group any more, so there is nothing to protect`);
    expect(spared()).toEqual([a]);
  });

  test("is lifted before the group is deleted, which would stop at it", async () => {
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
  });
});
