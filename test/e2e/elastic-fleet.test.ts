import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configurationArgs, OTHER_IMAGE } from "../support/configuration-args";
import { groupArgs, POOL, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const TOPIC = "urn:smn:eu-de:0123456789abcdef0123456789abcdef:scaling";

/** One stack from two resources that are declared alone to the end of the fleet: each test goes on where the last ended. */
describe("the life of an elastic fleet", () => {
  let project: Project;

  const configurationIds = (): readonly string[] =>
    (
      project.simulator.admin.snapshot().configurations as readonly {
        readonly scaling_configuration: { readonly scaling_configuration_id: string };
      }[]
    )
      .map(({ scaling_configuration: { scaling_configuration_id: id } }) => id)
      .filter((id) => id !== project.configurationId);
  const used = () => project.group().document["scaling_configuration_id"] as string;
  const group = (): Args => {
    const { scalingConfigurationId: _, ...rest } = groupArgs("");
    return rest;
  };
  const fleet = (template: Args = {}, more: Args = {}) =>
    project.declare({
      kind: "ElasticFleet",
      name: "web",
      args: { ...group(), ...configurationArgs(template), ...more },
    });
  const belongings: Args = {
    lbaasListeners: [{ poolId: POOL, protocolPort: 80 }],
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
    tags: { env: "prod" },
    desireInstanceNumber: 2,
    lockedChange: "drain",
  };

  beforeAll(async () => {
    project = await openProject();
  });
  afterAll(() => project.close());

  test("begins with a group and a configuration of its name, which move into it without being replaced", async () => {
    await project.declare(
      { kind: "AsConfiguration", name: "web", args: configurationArgs() },
      { name: "web", args: { ...group(), scalingConfigurationId: { $output: ["web", "id"] } } },
    );
    await project.succeed("up");
    const before = { group: project.group().id, configuration: used() };
    project.calls();
    await fleet();
    await project.succeed("up");
    const { writes } = project.calls();
    expect(writes.filter((write) => !write.startsWith("PUT"))).toEqual([]);
    expect({ group: project.group().id, configuration: used() }).toEqual(before);
  });

  test("gets what belongs to it", async () => {
    await fleet({}, belongings);
    await project.succeed("up");
    expect(project.group().document).toMatchObject({
      health_periodic_audit_method: "ELB_AUDIT",
      min_instance_number: 0,
      max_instance_number: 5,
    });
    expect((await project.succeed("preview")).output).toContain("7 unchanged");
  });

  test("spreads two instances over two zones without being told any", () => {
    const zones = project.group().instances.map(({ zone }) => zone);
    expect(zones).toHaveLength(2);
    expect(new Set(zones).size).toBe(2);
  });

  test("swaps its configuration and replaces its instances, and leaves no old configuration", async () => {
    const members = () => project.group().instances.map(({ server }) => server?.id);
    const old = used();
    const before = members();
    await fleet({ imageRef: OTHER_IMAGE }, { ...belongings, refresh: true });
    await project.succeed("up");
    expect(configurationIds()).toEqual([used()]);
    expect(used()).not.toBe(old);
    expect(members()).toHaveLength(before.length);
    expect(members().filter((id) => before.includes(id))).toEqual([]);
  });

  test("keeps one old configuration if asked, and takes it again on the way back", async () => {
    const first = used();
    const keeping = { ...belongings, keepConfigurations: 1 };
    await fleet({ imageRef: OTHER_IMAGE, userData: "#!/bin/sh" }, keeping);
    await project.succeed("up");
    const second = used();
    expect([...configurationIds()].sort()).toEqual([first, second].sort());
    await fleet({ imageRef: OTHER_IMAGE }, keeping);
    project.calls();
    await project.succeed("up");
    expect(project.calls().writes).toEqual(["PUT scaling_group/*"]);
    expect(used()).toBe(first);
    expect([...configurationIds()].sort()).toEqual([first, second].sort());
  });

  test("ends with nothing left", async () => {
    await project.succeed("destroy");
    expect(project.groups()).toEqual([]);
    expect(configurationIds()).toEqual([]);
  });
});
