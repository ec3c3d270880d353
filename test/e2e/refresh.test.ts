import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";
import type { ResourceState } from "../../tools/engine/stack";

describe("refresh", () => {
  let project: Project;

  const outputs = async (): Promise<Args> => ((await project.stack.outputs()) as { web: Args }).web;
  const recorded = async (): Promise<ResourceState | undefined> =>
    (await project.stack.exportState()).deployment.resources?.find(({ type }) => type.includes("AsGroup"));

  beforeAll(async () => {
    project = await openProject();
    const args = groupArgs(project.configurationId, {
      coolDownTime: 100,
      description: "ours",
      tags: { env: "prod" },
    });
    await project.declare({ name: "web", args });
    await project.succeed("up");
  });
  afterAll(() => project.close());

  test("shows what was changed outside and writes nothing", async () => {
    project.outside("modifyGroup", { cool_down_time: 7, description: "theirs", delete_volume: true });
    project.outside("setTags", { tags: { env: "test" } });
    project.calls();
    const { output } = await project.succeed("refresh", ["--diff"]);
    expect(output).toMatch(/~ coolDownTime *: 100 => 7/);
    expect(output).toMatch(/~ description *: "ours" => "theirs"/);
    expect(output).toMatch(/~ env *: "prod" => "test"/);
    expect(project.calls().writes).toEqual([]);
    expect(await recorded()).toMatchObject({
      outputs: { coolDownTime: 7, description: "theirs", deleteVolume: true, tags: { env: "test" } },
    });
  });

  test("is followed by a preview that shows the way back, and an up that goes it", async () => {
    const { output } = await project.succeed("preview", ["--diff"]);
    expect(output).toMatch(/~ coolDownTime *: 7 => 100/);
    expect(output).toMatch(/~ description *: "theirs" => "ours"/);
    project.calls();
    await project.succeed("up");
    expect(project.calls().bodies).toContainEqual({ cool_down_time: 100, description: "ours" });
    expect(project.group().tags).toEqual({ env: "prod" });
    expect(project.group().document["delete_volume"]).toBe(true);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("records a pause that somebody made, and up resumes", async () => {
    project.outside("pauseGroup");
    await project.succeed("refresh");
    expect(await recorded()).toMatchObject({ outputs: { scalingGroupStatus: "PAUSED", enable: false } });
    expect((await project.succeed("preview")).output).toMatch(/AsGroup web update/);
    await project.succeed("up");
    expect(await outputs()).toMatchObject({ scalingGroupStatus: "INSERVICE" });
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test.each([
    [401, "AS.0031", "refuses a token that was issued just now"],
    [403, "AS.0031", "AS.0031"],
    [404, "AS.4003", "AS.4003"],
    [429, "AS.0001", "AS.0001"],
    [500, "AS.0001", "AS.0001"],
  ])("keeps the group when the service answers %i with %s", async (status, code, said) => {
    project.simulator.admin.fault({
      match: { service: "as", method: "GET" },
      effect: { kind: "status", status, code },
      times: 1000,
    });
    const { output } = await project.fail("refresh");
    project.simulator.admin.clearFaults();
    expect(output).toContain(said);
    expect(await recorded()).toBeDefined();
  });

  test.each(["malformed", "truncated", "reset"] as const)(
    "keeps the group when every answer is %s",
    async (kind) => {
      project.simulator.admin.fault({
        match: { service: "as", method: "GET" },
        effect: { kind },
        times: 1000,
      });
      await project.fail("refresh");
      project.simulator.admin.clearFaults();
      expect(await recorded()).toBeDefined();
    },
  );

  test("drops a group that was deleted outside, and up creates it anew", async () => {
    project.outside("deleteGroup");
    const { output } = await project.succeed("refresh");
    expect(output).toMatch(/- {2}pulumi-nodejs:dynamic\/otc:AsGroup web delete/);
    expect(await recorded()).toBeUndefined();
    expect((await project.succeed("up")).output).toMatch(
      /\+ {2}pulumi-nodejs:dynamic\/otc:AsGroup web created/,
    );
    expect(project.group().instances).toHaveLength(1);
  });
});

describe("a group that was deleted outside, without a refresh", () => {
  let project: Project;

  beforeAll(async () => {
    project = await openProject();
    await project.declare({ name: "web", args: groupArgs(project.configurationId) });
    await project.succeed("up");
    project.outside("deleteGroup");
  });
  afterAll(() => project.close());

  test("is announced by the preview", async () => {
    const { output } = await project.succeed("preview");
    expect(output).toContain("the group is gone: it was deleted outside of Pulumi; up creates it anew");
    expect(output).toMatch(/AsGroup web replace/);
  });

  test("is created anew by up, once", async () => {
    await project.succeed("up");
    expect(project.group().instances).toHaveLength(1);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("is no obstacle to a destroy", async () => {
    project.outside("deleteGroup");
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
    expect((await project.stack.exportState()).deployment.resources ?? []).toEqual([]);
  });
});
