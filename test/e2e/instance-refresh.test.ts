import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const REFRESH = "web-refresh";
const FLAVOUR = { flavour: "s3.medium.1" };
const BUSY = { pauseBetweenBatches: "10m", timeout: "60m" };

describe("an instance refresh", () => {
  let project: Project;

  const members = () => project.group().instances.map(({ server }) => server?.id);
  const numbers = () => {
    const { document } = project.group();
    return ["min", "desire", "max"].map((which) => document[`${which}_instance_number`]);
  };
  const newConfiguration = (): string =>
    (project.simulator.admin.outside("seedConfiguration") as { scaling_configuration_id: string })
      .scaling_configuration_id;
  const declare = (configuration: string, refresh: Args = {}, group: Args = {}) =>
    project.declare(
      {
        name: "web",
        args: groupArgs(configuration, {
          minInstanceNumber: 2,
          desireInstanceNumber: 2,
          maxInstanceNumber: 2,
          ...group,
        }),
      },
      {
        name: REFRESH,
        kind: "InstanceRefresh",
        args: {
          scalingGroupId: { $output: ["web", "id"] },
          triggers: { configuration: { $output: ["web", "scalingConfigurationId"] } },
          ...refresh,
        },
      },
    );
  const expectCompleteRefresh = async (old: readonly unknown[]) => {
    expect(members().filter((id) => old.includes(id))).toEqual([]);
    expect(members()).toHaveLength(2);
    expect(numbers()).toEqual([2, 2, 2]);
    expect(project.group().tags).toEqual({});
    expect((await project.succeed("preview")).output).toContain("3 unchanged");
  };

  beforeEach(async () => {
    project = await openProject();
    await declare(project.configurationId);
    await project.succeed("up");
  });
  afterEach(() => project.close());

  test("follows the AS configuration: told by the preview, made by up, and left alone by destroy", async () => {
    const old = members();
    await declare(newConfiguration(), { maxSurge: 2 });
    const { output } = await project.succeed("preview");
    expect(output).toContain(
      "plan: replace 2 of 2 instances, 2 at a time, never fewer than 2 in service; about 4 minutes",
    );
    expect(members()).toEqual(old);
    await project.succeed("up");
    await expectCompleteRefresh(old);
    const outputs = (await project.stack.outputs()) as Record<string, object>;
    expect(outputs[REFRESH]).toMatchObject({ replacedInstanceNumber: 2, complete: true });
    expect((await project.succeed("refresh")).output).toContain("3 unchanged");
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
  });

  test("killed with the CLI and the provider, is completed by the next up", async () => {
    const old = members();
    const configuration = newConfiguration();
    await declare(configuration, BUSY);
    project.simulator.admin.speed(20);
    const running = project.stack.start("up");
    await expect.poll(() => numbers(), { timeout: 120_000 }).toEqual([2, 3, 3]);
    await running.killTree("SIGKILL");
    await running.done;
    project.simulator.admin.speed(200);
    expect((await project.stack.run(["cancel", "--yes"])).exitCode).toBe(0);
    await declare(configuration);
    expect((await project.succeed("preview")).output).toMatch(
      /plan: go on with an interrupted instance refresh: replace 2 of [23] instances/,
    );
    await project.succeed("up");
    await expectCompleteRefresh(old);
  });

  test("that fails in its creation is recorded, and the next up goes on", async () => {
    await project.declare({
      name: "web",
      args: groupArgs(newConfiguration(), {
        minInstanceNumber: 2,
        desireInstanceNumber: 2,
        maxInstanceNumber: 2,
      }),
    });
    await project.succeed("up");
    const old = members();
    const present = String(project.group().document["scaling_configuration_id"]);
    await declare(present, { skipMatching: false });
    project.simulator.admin.outside("sellOutFlavour", FLAVOUR);
    const { output } = await project.fail("up");
    expect(output).toMatch(/InstanceRefresh web-refresh \*\*creating failed\*\*/);
    expect(output).toContain("the instance refresh has halted: replacing instances failed: AS gave up");
    expect(output).toContain("0 of 2 old instances are replaced; still old: ");
    expect(numbers()).toEqual([2, 2, 2]);
    project.simulator.admin.outside("restoreFlavour", FLAVOUR);
    // The group is in ERROR: its own update resumes it first.
    await project.succeed("up");
    await expectCompleteRefresh(old);
  });

  test("at the end of an update of the group, needs no resource of its own", async () => {
    const old = members();
    const configuration = newConfiguration();
    await declare(configuration, {}, { refreshOnConfigurationChange: { maxSurge: 2 } });
    expect((await project.succeed("preview")).output).toContain(
      "then: replace 2 of 2 instances, 2 at a time, never fewer than 2 in service; about 4 minutes",
    );
    await project.succeed("up");
    await expectCompleteRefresh(old);
  });
});
