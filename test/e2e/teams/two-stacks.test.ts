import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { summarize } from "../support/calls";
import { closers } from "../support/closers";
import { groupArgs, OTHER_SUBNET, SECURITY_GROUP, type Args } from "../support/group-args";
import { openProject, type Project } from "../support/project";
import { upDuring } from "../support/standstill";

/** A drain until it waits: removing instances of the paused group is refused, so that it scales in instead. */
const FIRST_HALF = [
  "POST scaling_group_tag/*/tags/action",
  "POST scaling_group/*/action",
  "PUT scaling_group/*",
  "POST scaling_group_instance/*/action",
  "PUT scaling_group/*",
  "POST scaling_group/*/action",
];

/** What has been sent to the group, the newest last. */
const writesOf = ({ simulator }: Project): readonly string[] => summarize(simulator.admin.requests()).writes;

/** Two stacks whose programs both name one group, and both want to change what only an empty group allows. */
describe("two stacks of one group", () => {
  const started = closers();
  let owner: Project;
  let intruder: Project;

  const declare = (project: Project, more: Args): Promise<void> =>
    project.declare({
      name: "web",
      args: groupArgs(owner.configurationId, { minInstanceNumber: 1, desireInstanceNumber: 2, ...more }),
    });
  const adopted = (): Args => ({ adoptId: owner.group().id });

  beforeAll(async () => {
    owner = started.add(await openProject());
    await declare(owner, {});
    await owner.succeed("up");
    intruder = started.add(await openProject({ beside: owner, stack: "other" }));
    await declare(intruder, adopted());
    await intruder.succeed("up");
  });
  afterAll(() => started.close());

  test("the second drain is refused while the first one goes on, and changes nothing", async () => {
    await declare(owner, { lockedChange: "drain", networks: [{ id: OTHER_SUBNET }] });
    await declare(intruder, {
      ...adopted(),
      lockedChange: "drain",
      securityGroups: [{ id: SECURITY_GROUP }],
    });
    owner.calls();
    const first = await upDuring(owner, async () => {
      // The last write before it waits until the group is empty.
      await expect.poll(() => writesOf(owner), { timeout: 60_000 }).toEqual(FIRST_HALF);
      owner.calls();
      const { output } = await intruder.fail("up");
      expect(output).toContain("another stack is draining this group");
      expect(output).toContain("wait until that stack's `pulumi up` has ended, then run yours again");
      expect(owner.calls().writes).toEqual([]);
    });
    expect(first.exitCode).toBe(0);
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
