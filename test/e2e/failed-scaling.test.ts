import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { groupArgs } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const FLAVOUR = { flavour: "s3.medium.1" };
const SOLD_OUT = "The flavor is sold out in the AZs of the AS group.";

describe("a create whose instances do not come up", () => {
  let project: Project;

  const group = async () =>
    (await project.stack.exportState()).deployment.resources?.find(({ type }) => type.includes("AsGroup"));
  const declare = (more = {}) =>
    project.declare({
      name: "web",
      args: groupArgs(project.configurationId, { desireInstanceNumber: 2, tags: { env: "prod" }, ...more }),
    });

  beforeEach(async () => {
    project = await openProject();
    await declare();
  });
  afterEach(() => project.close());

  test.each([
    [
      "the group cannot be enabled",
      () => project.simulator.admin.outside("sellOutFlavour", FLAVOUR),
      "creating failed: the service refused to resume AS group",
    ],
    [
      "the scaling action fails",
      () => project.simulator.admin.outside("failNextAction", { reason: "flavour-sold-out" }),
      "creating failed: AS gave up before there were 2 instances in service",
    ],
  ])("because %s: names the cause, keeps the group, and the next up goes on", async (_, spoil, headline) => {
    spoil();
    const { output } = await project.fail("up");
    const { id, name } = project.group();
    expect(output).toMatch(/AsGroup web \*\*creating failed\*\*/);
    expect(output).toContain(`AS group ${name} (id ${id}): ${headline}`);
    expect(output).toContain(SOLD_OUT);
    expect(output).toContain("AS.2038");
    expect(await group()).toMatchObject({ id, outputs: { scalingGroupId: id } });

    project.simulator.admin.outside("restoreFlavour", FLAVOUR);
    await project.succeed("up");
    expect(project.group()).toMatchObject({ id, tags: { env: "prod" } });
    expect(project.group().instances).toHaveLength(2);
    expect((await group())?.initErrors).toBeUndefined();
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("while the cause lasts, the next up names it again and the group can be destroyed", async () => {
    project.simulator.admin.outside("sellOutFlavour", FLAVOUR);
    await project.fail("up");
    expect((await project.fail("up")).output).toContain(SOLD_OUT);
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
  });

  test("within timeouts.create: says what it waited for, and the next up waits on", async () => {
    project.simulator.admin.speed(1);
    await declare({ timeouts: { create: "2s" } });
    const { output } = await project.fail("up");
    expect(output).toContain("creating has waited 2s for 2 instances in service");
    expect(output).toContain("last seen: INSERVICE, 0 instances (desired 2)");
    expect(output).toContain("allow more time: timeouts.create");
    const { id } = project.group();
    project.simulator.admin.speed(200);
    await project.succeed("up");
    expect(project.group().id).toBe(id);
    expect(project.group().instances).toHaveLength(2);
  });

  test("with timeouts.create 0, is not waited for", async () => {
    project.simulator.admin.speed(1);
    await declare({ timeouts: { create: 0 } });
    await project.succeed("up");
    expect(project.group().instances.filter(({ server }) => server?.status === "ACTIVE")).toEqual([]);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });
});

describe("an update whose instances do not come up", () => {
  test("names the cause, and the next up goes on from the live group", async () => {
    const project = await openProject();
    try {
      await project.declare({ name: "web", args: groupArgs(project.configurationId) });
      await project.succeed("up");
      project.simulator.admin.outside("sellOutFlavour", FLAVOUR);
      const more = { desireInstanceNumber: 3, coolDownTime: 60 };
      await project.declare({ name: "web", args: groupArgs(project.configurationId, more) });
      const { output } = await project.fail("up");
      expect(output).toContain(SOLD_OUT);
      expect(output).toContain("updating failed: AS gave up before there were 3 instances in service");
      project.simulator.admin.outside("restoreFlavour", FLAVOUR);
      await project.succeed("up");
      expect(project.group().instances).toHaveLength(3);
      expect((await project.succeed("preview")).output).toContain("2 unchanged");
    } finally {
      await project.close();
    }
  });
});
