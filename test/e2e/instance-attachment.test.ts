import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const ATTACHED = "legacy";

describe("an instance attachment", () => {
  let project: Project;
  let servers: readonly string[];

  const admin = () => project.simulator.admin;
  const members = () => project.group().instances.map(({ server }) => server?.id);
  const beside = () =>
    admin()
      .snapshot()
      .servers.map(({ id }) => id);
  const group = () => ({
    name: "web",
    args: groupArgs(project.configurationId, { desireInstanceNumber: 1, maxInstanceNumber: 20 }),
  });
  const declare = (...instanceIds: readonly (string | undefined)[]) =>
    project.declare(group(), {
      name: ATTACHED,
      kind: "InstanceAttachment",
      args: { scalingGroupId: { $output: ["web", "id"] }, instanceIds },
    });

  beforeAll(async () => {
    project = await openProject();
    await project.declare(group());
    await project.succeed("up");
    const fitting = { scaling_group_id: project.group().id };
    servers = Array.from(
      { length: 12 },
      () => (admin().outside("createServer", fitting) as { readonly instance_id: string }).instance_id,
    );
  });
  afterAll(() => project.close());

  test("adds instances in batches of ten, and is unchanged afterwards at the price of one listing", async () => {
    await declare(...servers);
    project.calls();
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([
      { action: "ADD", instances_id: servers.slice(0, 10) },
      { action: "ADD", instances_id: servers.slice(10) },
    ]);
    expect(members()).toEqual(expect.arrayContaining([...servers]));
    project.calls();
    expect((await project.succeed("preview")).output).toContain("3 unchanged");
    expect(project.calls()).toMatchObject({
      writes: [],
      reads: { scaling_group: 1, "scaling_group_instance/*/list": 1 },
    });
  });

  test("takes out what the program drops, in the same update in which others come", async () => {
    const [kept, dropped] = servers;
    await declare(kept);
    await project.succeed("up");
    expect(members()).toHaveLength(2);
    expect([...members(), ...beside()]).toEqual(expect.arrayContaining([...servers]));
    await declare(kept, dropped);
    await project.succeed("up");
    expect(members()).toEqual(expect.arrayContaining([kept, dropped]));
  });

  test("shows an instance that left, and attaches it again", async () => {
    const [first, second] = servers;
    admin().outside("detachInstance", { instance_id: second });
    const { output } = await project.succeed("preview");
    expect(output).toContain(
      `changed outside of Pulumi: instance ${second ?? ""} is not in the group any more; up attaches it again`,
    );
    await project.succeed("refresh");
    const { resources = [] } = (await project.stack.exportState()).deployment;
    expect(resources.find(({ urn }) => urn.endsWith(ATTACHED))?.outputs).toMatchObject({
      instanceIds: [first],
    });
    await project.succeed("up");
    expect(members()).toEqual(expect.arrayContaining([first, second]));
  });

  test("is gone with a group that was deleted outside, and comes back with the new one", async () => {
    const [first, second] = servers;
    project.outside("deleteGroup");
    await project.succeed("up");
    expect(members()).toEqual(expect.arrayContaining([first, second]));
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
    expect(beside()).toEqual(expect.arrayContaining([...servers]));
  });
});
