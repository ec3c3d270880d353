import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OTHER_IMAGE, templateOf } from "../support/configuration-args";
import { groupArgs, POOL, SUBNET, VPC, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

/** One fleet from its first instance to its last: each test goes on where the one before has ended. */
describe("the life of a blue-green fleet", () => {
  let project: Project;

  const declare = (more: Args): Promise<void> =>
    project.declare({
      kind: "BlueGreenFleet",
      name: "web",
      args: {
        vpcId: VPC,
        networks: [{ id: SUBNET }],
        lbaasListeners: [{ poolId: POOL, protocolPort: 80 }],
        blue: { scalingConfigurationId: project.configurationId },
        green: { instanceConfig: templateOf({ imageRef: OTHER_IMAGE }) },
        minInstanceNumber: 1,
        desireInstanceNumber: 2,
        maxInstanceNumber: 4,
        ...more,
      },
    });
  const side = (colour: string) => {
    const found = project.groups().find(({ name }) => name.startsWith(`web-${colour}`));
    if (found === undefined) throw new Error(`there is no ${colour} group`);
    return found;
  };
  const numbers = (): readonly number[] => [side("blue").instances.length, side("green").instances.length];

  beforeAll(async () => {
    project = await openProject();
  });
  afterAll(() => project.close());

  test("begins with a group that was declared alone, and serves with no fewer instances than it had", async () => {
    await project.declare({
      name: "web-blue",
      args: groupArgs(project.configurationId, {
        lbaasListeners: [{ poolId: POOL, protocolPort: 80 }],
        healthPeriodicAuditMethod: "ELB_AUDIT",
        minInstanceNumber: 1,
        desireInstanceNumber: 2,
        maxInstanceNumber: 4,
      }),
    });
    await project.succeed("up");
    const before = side("blue");
    await declare({ live: "blue" });
    expect((await project.succeed("preview")).output).toContain(
      "left the program together: the numbers stay 2 (1 to 4)",
    );
    project.calls();
    await project.succeed("up");
    expect(side("blue").id).toBe(before.id);
    expect(side("blue").instances.map(({ server }) => server?.id)).toEqual(
      before.instances.map(({ server }) => server?.id),
    );
    expect(project.calls().bodies).not.toContainEqual(
      expect.objectContaining({ max_instance_number: 1, desire_instance_number: 1 }),
    );
  });

  test("serves on blue, with an empty green", async () => {
    expect(numbers()).toEqual([2, 0]);
    expect((await project.succeed("preview")).output).toContain("6 unchanged");
  });

  test("has green stand beside it as a candidate, and promotes it on command", async () => {
    await declare({ live: "blue", candidate: "green" });
    await project.succeed("up");
    expect(numbers()).toEqual([2, 2]);
    await declare({ live: "green" });
    project.calls();
    await project.succeed("up");
    expect(project.calls().bodies).toEqual([
      { min_instance_number: 0, desire_instance_number: 0, max_instance_number: 0 },
    ]);
    expect(numbers()).toEqual([0, 2]);
  });

  test("goes back by itself when the new side does not come, and says why", async () => {
    await declare({ live: "blue" });
    project.simulator.admin.outside("failNextAction", {
      reason: "flavour-sold-out",
      scaling_group_id: side("blue").id,
    });
    const { output } = await project.fail("up");
    expect(output).toContain("blue did not get to full health");
    expect(output).toContain(
      "blue is empty again; green was left as it was and serves: INSERVICE, 2 instances",
    );
    expect(numbers()).toEqual([0, 2]);
  });

  test("switches by itself with the next up, and is destroyed without a rest", async () => {
    expect((await project.succeed("preview")).output).toContain(
      "plan: grow blue to 2 instances (1 to 4), wait until it is healthy, then empty green",
    );
    await project.succeed("up");
    expect(numbers()).toEqual([2, 0]);
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
  });
});
