import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

describe("tags of a group", () => {
  let project: Project;

  const declare = (more: Args = {}) =>
    project.declare({
      name: "web",
      args: groupArgs(project.configurationId, { desireInstanceNumber: 0, ...more }),
    });
  const tags = () => project.group().tags;
  const config = async (...args: readonly string[]): Promise<void> => {
    expect((await project.stack.run(["config", ...args])).exitCode).toBe(0);
  };

  beforeAll(async () => {
    project = await openProject();
  });
  afterAll(() => project.close());

  test("are those of the program with the default tags of the stack", async () => {
    await config("set", "--path", "otc:defaultTags.env", "prod");
    await config("set", "--path", "otc:defaultTags.costCentre", "4711");
    await declare({ tags: { env: "test", team: "web" } });
    await project.succeed("up");
    expect(tags()).toEqual({ env: "test", team: "web", costCentre: "4711" });
    project.calls();
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    expect(project.calls().writes).toEqual([]);
  });

  test("are repaired one by one, beside the journals of this package", async () => {
    project.outside("setTags", {
      tags: {
        env: "dev",
        team: "web",
        theirs: "x",
        constructor: "y",
        "pulumi-note": "z",
        costCentre: "4711",
      },
    });
    expect((await project.succeed("preview")).output).toContain("changed outside of Pulumi: 3 tags");
    project.calls();
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([
      { action: "delete", tags: [{ key: "theirs" }, { key: "constructor" }] },
      { action: "create", tags: [{ key: "env", value: "test" }] },
    ]);
    expect(tags()).toEqual({ env: "test", team: "web", costCentre: "4711", "pulumi-note": "z" });
  });

  test("follow the stack configuration, and are not managed without it and the argument", async () => {
    await declare();
    await config("rm", "--path", "otc:defaultTags.costCentre");
    await project.succeed("up");
    expect(tags()).toEqual({ env: "prod", "pulumi-note": "z" });
    await config("rm", "otc:defaultTags");
    await project.succeed("up");
    project.outside("setTags", { tags: { theirs: "x" } });
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
  });
});
