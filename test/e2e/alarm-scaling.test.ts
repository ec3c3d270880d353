import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const OUT = "al1700000000001abcDEF12Z";
const IN = "al1700000000002abcDEF12Z";
const MORE = "al1700000000003abcDEF12Z";

/** One stack from a policy that is declared alone to the end of the pair: each test goes on where the last ended. */
describe("the life of a pair of alarms", () => {
  let project: Project;

  const policies = () => project.simulator.admin.snapshot().policies;
  const policyOf = (alarmId: string) => {
    const found = policies().find(({ document }) => document["alarm_id"] === alarmId);
    if (found === undefined) throw new Error(`no AS policy listens to ${alarmId}`);
    return found;
  };
  const webArgs = (): Args =>
    groupArgs(project.configurationId, {
      minInstanceNumber: 1,
      desireInstanceNumber: 2,
      maxInstanceNumber: 6,
    });
  const pair = (more: Args = {}) =>
    project.declare(
      { name: "web", args: webArgs() },
      {
        kind: "AlarmScaling",
        name: "cpu",
        args: {
          scalingGroupId: { $output: ["web", "id"] },
          minInstanceNumber: { $output: ["web", "minInstanceNumber"] },
          maxInstanceNumber: { $output: ["web", "maxInstanceNumber"] },
          scaleOut: { alarmId: OUT, threshold: 70 },
          scaleIn: { alarmId: IN, threshold: 30 },
          ...more,
        },
      },
    );

  beforeAll(async () => {
    project = await openProject();
  });
  afterAll(() => project.close());

  test("is refused by up, before a policy is made, when the bounds that come with the group do not suit it", async () => {
    await pair({ scaleIn: { alarmId: IN, threshold: 40 } });
    const { output } = await project.fail("up");
    expect(output).toContain("AlarmScaling cpu cannot be declared:");
    expect(output).toContain(
      "scaleIn.instanceNumber 1 at threshold 40 is taken back by scaleOut at threshold 70: 40 on 2 instances is 80 on 1, which scales out again",
    );
    expect(policies()).toEqual([]);
  });

  test("takes in a policy that was declared alone, and moves the group when its alarms are raised", async () => {
    await project.declare(
      { name: "web", args: webArgs() },
      {
        kind: "AsPolicy",
        name: "cpu-out",
        args: {
          scalingResourceId: { $output: ["web", "id"] },
          scalingPolicyType: "ALARM",
          alarmId: OUT,
          scalingPolicyAction: { operation: "ADD", percentage: 50 },
        },
      },
    );
    await project.succeed("up");
    const alone = policyOf(OUT).id;
    await pair();
    await project.succeed("up");
    expect(policyOf(OUT).id).toBe(alone);
    expect(policies()).toHaveLength(2);
    project.simulator.admin.outside("raiseAlarm", { alarm_id: OUT });
    expect(project.group().document["desire_instance_number"]).toBe(3);
    expect((await project.succeed("preview")).output).toContain("5 unchanged");
  });

  test("is changed in place, and a further step is one more policy", async () => {
    const before = policies().map(({ id }) => id);
    await pair({
      scaleOut: [
        { alarmId: OUT, threshold: 70, instanceNumber: 1, coolDownTime: 60 },
        { alarmId: MORE, threshold: 90, instancePercentage: 100 },
      ],
      enabled: false,
    });
    await project.succeed("up");
    expect(policies().map(({ id }) => id)).toEqual(expect.arrayContaining(before));
    expect(policies()).toHaveLength(3);
    expect(policyOf(OUT).document).toMatchObject({
      policy_status: "PAUSED",
      cool_down_time: 60,
      scaling_policy_action: { operation: "ADD", size: 1 },
    });
    expect(policyOf(MORE).document["scaling_policy_action"]).toMatchObject({ percentage: 100 });
  });

  test("is deleted, and nothing is left", async () => {
    await project.succeed("destroy");
    expect(policies()).toEqual([]);
    expect(project.groups()).toEqual([]);
  });
});
