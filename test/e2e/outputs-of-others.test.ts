import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, OTHER_SUBNET, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

describe("arguments that are outputs of another resource", () => {
  let project: Project;

  /** `web` takes its values from `first`, some of which are not known before `first` has been created or changed. */
  const declare = (first: Args, web: Args) =>
    project.declare(
      { name: "first", args: groupArgs(project.configurationId, { desireInstanceNumber: 0, ...first }) },
      {
        name: "web",
        args: groupArgs(project.configurationId, {
          vpcId: { $output: ["first", "vpcId"] },
          description: { $output: ["first", "scalingGroupId"] },
          maxInstanceNumber: { $output: ["first", "maxInstanceNumber"] },
          ...web,
        }),
      },
    );
  const web = () => project.groups().find(({ name }) => name.startsWith("web-"));

  beforeAll(async () => {
    project = await openProject();
  });
  afterAll(() => project.close());

  test("are not judged by the preview of a new stack", async () => {
    await declare({}, { tags: { owner: { $output: ["first", "scalingGroupId"] } } });
    const { output } = await project.succeed("preview");
    expect(output).toContain("+ 3 to create");
    expect(project.calls().writes).toEqual([]);
  });

  test("are known to the up that follows", async () => {
    await declare({}, {});
    await project.succeed("up");
    const first = project.groups().find(({ name }) => name.startsWith("first-"));
    expect(web()?.document).toMatchObject({
      vpc_id: first?.document["vpc_id"],
      description: first?.id,
      max_instance_number: 5,
    });
    expect((await project.succeed("preview")).output).toContain("3 unchanged");
  });

  test("that are unknown while the other changes are previewed as such, and up changes nothing without need", async () => {
    await declare({ coolDownTime: 60 }, {});
    const { output } = await project.succeed("preview", ["--diff"]);
    expect(output).toMatch(/~ description *: "[0-9a-f-]{36}" => \[unknown\]/);
    expect(output).not.toContain("changed outside of Pulumi");
    project.calls();
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([{ cool_down_time: 60 }]);
  });

  test("that are unknown do not make a locked field refuse the preview", async () => {
    await declare({ coolDownTime: 61 }, { networks: [{ id: { $output: ["first", "scalingGroupId"] } }] });
    await project.succeed("preview");
    const { output } = await project.fail("up");
    expect(output).toContain("networks cannot change on the group as it is now");
    await declare({ coolDownTime: 61 }, {});
    await project.succeed("up");
  });

  test("do not hide a locked field that is known", async () => {
    await declare({ coolDownTime: 62 }, { networks: [{ id: OTHER_SUBNET }] });
    const { output } = await project.fail("preview");
    expect(output).toContain("networks cannot change on the group as it is now");
  });

  test("wrong values of known arguments are all named while others are unknown", async () => {
    await declare(
      { coolDownTime: 63 },
      { coolDownTime: -1, minInstanceNumber: 9, healthPeriodicAuditMethod: "PING", coolDwonTime: 1 },
    );
    const { output } = await project.fail("preview");
    for (const name of ["coolDownTime", "healthPeriodicAuditMethod", "coolDwonTime"])
      expect(output).toContain(`property ${name}`);
    expect(output).toContain("an integer from 0 to 86400");
  });
});

describe("AsGroup.get", () => {
  let owner: Project;

  beforeAll(async () => {
    owner = await openProject();
    await owner.declare({ name: "web", args: groupArgs(owner.configurationId, { tags: { env: "prod" } }) });
    await owner.succeed("up");
  });
  afterAll(() => owner.close());

  test("reads all outputs of a group and leaves the group alone when it is destroyed", async () => {
    const { id, name } = owner.group();
    await owner.stack.run(["state", "delete", "--yes", "--all"]);
    await owner.declare({ name: "looked-up", get: id });
    owner.calls();
    await owner.succeed("up");
    const outputs = (await owner.stack.outputs()) as { "looked-up": Args };
    expect(outputs["looked-up"]).toMatchObject({
      id,
      scalingGroupId: id,
      scalingGroupName: name,
      scalingGroupStatus: "INSERVICE",
      currentInstanceNumber: 1,
      coolDownTime: 300,
      tags: { env: "prod" },
    });
    expect((await owner.succeed("preview")).output).toContain("unchanged");
    await owner.succeed("refresh");
    await owner.succeed("destroy");
    expect(owner.calls().writes).toEqual([]);
    expect(owner.group().id).toBe(id);
  });

  test("of an id that does not exist fails and says so", async () => {
    const missing = "3b7cf3c2-5632-4b92-909d-3fb64afebedf";
    await owner.declare({ name: "looked-up", get: missing });
    const { output } = await owner.fail("preview");
    expect(output).toContain(
      `there is no AS group with id ${missing} in project ${owner.simulator.credentials.projectId}`,
    );
  });
});
