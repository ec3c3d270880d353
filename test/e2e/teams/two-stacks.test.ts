import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, OTHER_SUBNET, SECURITY_GROUP, type Args } from "../support/group-args";
import { openProject, type Project } from "../support/project";

/** Two stacks whose programs both name one group, and both want to change what only an empty group allows. */
describe("two stacks of one group", () => {
  let owner: Project;
  let intruder: Project;

  const declare = (project: Project, more: Args): Promise<void> =>
    project.declare({
      name: "web",
      args: groupArgs(owner.configurationId, { desireInstanceNumber: 2, ...more }),
    });
  const adopted = (): Args => ({ adoptId: owner.group().id });

  beforeAll(async () => {
    owner = await openProject();
    await declare(owner, {});
    await owner.succeed("up");
    intruder = await openProject({ beside: owner, stack: "other" });
    await declare(intruder, adopted());
    await intruder.succeed("up");
  });
  afterAll(async () => {
    await intruder.close();
    await owner.close();
  });

  test("the second drain is refused while the first one goes on, and changes nothing", async () => {
    await declare(owner, { lockedChange: "drain", networks: [{ id: OTHER_SUBNET }] });
    await declare(intruder, {
      ...adopted(),
      lockedChange: "drain",
      securityGroups: [{ id: SECURITY_GROUP }],
    });
    // Time stands still, so that the first drain waits until the group is empty.
    owner.simulator.admin.speed(0.001);
    const first = owner.stack.start("up");
    await expect.poll(() => owner.group().tags["pulumi-drain"], { timeout: 60_000 }).toMatch(/./);
    await expect.poll(() => owner.group().document["min_instance_number"], { timeout: 60_000 }).toBe(0);

    const before = owner.group().document;
    const { output } = await intruder.fail("up");
    expect(output).toContain("another stack is draining this group");
    expect(output).toContain("wait until that stack's `pulumi up` has ended, then run yours again");
    expect(owner.group().document["security_groups"]).toEqual(before["security_groups"]);

    owner.simulator.admin.speed(200);
    expect((await first.done).exitCode).toBe(0);
    expect(owner.group().document).toMatchObject({
      networks: [{ id: OTHER_SUBNET }],
      security_groups: [],
      scaling_group_status: "INSERVICE",
      current_instance_number: 2,
    });
    expect(owner.group().tags).toEqual({});
  });

  test("the second one can go on when the first has ended", async () => {
    await declare(intruder, {
      ...adopted(),
      lockedChange: "drain",
      networks: [{ id: OTHER_SUBNET }],
      securityGroups: [{ id: SECURITY_GROUP }],
    });
    await intruder.succeed("up");
    expect(owner.group().document).toMatchObject({
      security_groups: [{ id: SECURITY_GROUP }],
      current_instance_number: 2,
    });
    expect(owner.group().tags).toEqual({});
  });
});
