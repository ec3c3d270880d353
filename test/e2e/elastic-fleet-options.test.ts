import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { configurationArgs } from "../support/configuration-args";
import { groupArgs, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling";

const place = (): Args => {
  const { scalingConfigurationId: _, ...rest } = groupArgs("");
  return rest;
};
const belongings: Args = {
  policies: {
    night: {
      scalingPolicyType: "RECURRENCE",
      scheduledPolicy: { launchTime: "20:00", recurrenceType: "Daily", endTime: "2099-12-31T00:00Z" },
      scalingPolicyAction: { operation: "SET", size: 1 },
    },
  },
  lifecycleHooks: {
    drain: {
      lifecycleHookType: "INSTANCE_TERMINATING",
      notificationTopicUrn: TOPIC,
      defaultResult: "CONTINUE",
      defaultTimeout: 60,
    },
  },
  topics: { ops: { topicUrn: TOPIC, topicScene: ["SCALING_UP_FAIL"] } },
};
const fleet = (name: string, options: object = {}) => ({
  kind: "ElasticFleet",
  name,
  options,
  args: { ...place(), ...configurationArgs(), ...belongings },
});

/** What makes or deletes something. */
const recreating = (writes: readonly string[]) => writes.filter((write) => !write.startsWith("PUT"));

describe("an elastic fleet", () => {
  let project: Project;

  /** Everything of the fleet that the service holds, with the names there. */
  const held = () => {
    const { configurations, policies, groups } = project.simulator.admin.snapshot();
    return {
      configurations,
      policies: policies.map(({ id, document }) => [id, document["scaling_policy_name"]]),
      groups: groups.map(({ id, document }) => [id, document["scaling_group_name"]]),
    };
  };

  beforeEach(async () => {
    project = await openProject();
  });
  afterEach(() => project.close());

  test("that gets another name with an alias keeps all that it has, and what it is called in the service", async () => {
    await project.declare(fleet("old"));
    await project.succeed("up");
    const before = held();
    project.calls();
    await project.declare(fleet("web", { aliases: [{ name: "old" }] }));
    await project.succeed("up");
    expect(recreating(project.calls().writes)).toEqual([]);
    expect(held()).toEqual(before);
    await project.declare(fleet("web"));
    expect((await project.succeed("preview")).output).toContain("7 unchanged");
  });

  test("in a component takes in a group and a configuration of its name that stand beside it", async () => {
    const shop = { kind: "Component", name: "shop" };
    await project.declare(
      shop,
      { kind: "AsConfiguration", name: "web", parent: "shop", args: configurationArgs() },
      {
        name: "web",
        parent: "shop",
        args: { ...place(), scalingConfigurationId: { $output: ["web", "id"] } },
      },
    );
    await project.succeed("up");
    const before = held();
    project.calls();
    const args = { ...place(), ...configurationArgs() };
    await project.declare(shop, { kind: "ElasticFleet", name: "web", parent: "shop", args });
    await project.succeed("up");
    expect(recreating(project.calls().writes)).toEqual([]);
    expect(held()).toEqual(before);
  });

  test("that is protected is not destroyed, and loses nothing when that is tried", async () => {
    await project.declare(fleet("web", { protect: true }));
    await project.succeed("up");
    const before = held();
    project.calls();
    expect((await project.fail("destroy")).output).toContain("protected");
    expect(project.calls().writes).toEqual([]);
    expect(held()).toEqual(before);
  });
});
