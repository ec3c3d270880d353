import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupArgs, POOL, type Args } from "./support/group-args";
import { openProject, type Project } from "./support/project";

const ENTERPRISE_PROJECT = "4c1f0a2b-9d3e-4b5c-8f7a-6e5d4c3b2a10";

/** A balanced group without instances, so that every free field may be given and no edit has to wait. */
const first: Args = {
  scalingGroupName: "first-name",
  minInstanceNumber: 0,
  desireInstanceNumber: 0,
  maxInstanceNumber: 5,
  coolDownTime: 100,
  healthPeriodicAuditMethod: "ELB_AUDIT",
  healthPeriodicAuditTime: 15,
  healthPeriodicAuditGracePeriod: 120,
  instanceTerminatePolicy: "OLD_INSTANCE",
  notifications: [],
  deletePublicip: false,
  deleteVolume: false,
  enterpriseProjectId: "0",
  multiAzPriorityPolicy: "EQUILIBRIUM_DISTRIBUTE",
  description: "first",
  lbaasListeners: [{ poolId: POOL, protocolPort: 80, weight: 1 }],
};

/** Argument, new value, and the field of the API; zero, false and emptiness count as values. */
const edits: readonly (readonly [string, unknown, string])[] = [
  ["scalingGroupName", "second-name", "scaling_group_name"],
  ["maxInstanceNumber", 7, "max_instance_number"],
  ["desireInstanceNumber", 2, "desire_instance_number"],
  ["minInstanceNumber", 1, "min_instance_number"],
  ["coolDownTime", 0, "cool_down_time"],
  ["healthPeriodicAuditMethod", "NOVA_AUDIT", "health_periodic_audit_method"],
  ["healthPeriodicAuditTime", 0, "health_periodic_audit_time"],
  ["instanceTerminatePolicy", "NEW_INSTANCE", "instance_terminate_policy"],
  ["notifications", ["EMAIL"], "notifications"],
  ["deletePublicip", true, "delete_publicip"],
  ["deleteVolume", true, "delete_volume"],
  ["enterpriseProjectId", ENTERPRISE_PROJECT, "enterprise_project_id"],
  ["multiAzPriorityPolicy", "PICK_FIRST", "multi_az_priority_policy"],
  ["description", "second", "description"],
];

describe("free fields of a running group", () => {
  let project: Project;
  let args: Args;

  const up = async (next: Args) => {
    args = next;
    await project.declare({ name: "web", args });
    project.calls();
    return (await project.succeed("up")).output;
  };

  beforeAll(async () => {
    project = await openProject();
    await up(groupArgs(project.configurationId, first));
  });
  afterAll(() => project.close());

  test("the grace period alone is edited while the load balancer checks health", async () => {
    const output = await up({ ...args, healthPeriodicAuditGracePeriod: 0 });
    expect(output).toContain("[diff: ~healthPeriodicAuditGracePeriod]");
    const { writes, bodies } = project.calls();
    expect(writes).toEqual(["PUT scaling_group/*"]);
    expect(bodies).toEqual([{ health_periodic_audit_grace_period: 0 }]);
    const { healthPeriodicAuditGracePeriod: _, ...rest } = args;
    args = rest;
    await up(args);
    expect(project.calls().bodies).toEqual([{ health_periodic_audit_grace_period: 600 }]);
  });

  test.each(edits)(
    "an edit of %s alone to %j is one call that carries only that",
    async (name, value, wire) => {
      const output = await up({ ...args, [name]: value });
      expect(output).toContain(`[diff: ~${name}]`);
      const { writes, bodies } = project.calls();
      expect(writes).toEqual(["PUT scaling_group/*"]);
      expect(bodies[0]).toMatchObject({ [wire]: value });
      const triple = ["min_instance_number", "desire_instance_number", "max_instance_number"];
      expect(Object.keys(bodies[0] as object).filter((key) => !triple.includes(key))).toEqual(
        triple.includes(wire) ? [] : [wire],
      );
      expect(project.group().document).toMatchObject({ [wire]: value });
    },
  );

  test("another AS configuration is one call, and existing instances stay", async () => {
    const before = project.group().instances.map(({ server }) => server?.id);
    const other = project.simulator.admin.outside("seedConfiguration", {
      scaling_configuration_name: "other",
    }) as { scaling_configuration_id: string };
    const output = await up({ ...args, scalingConfigurationId: other.scaling_configuration_id });
    expect(output).toContain("[diff: ~scalingConfigurationId]");
    const { writes, bodies } = project.calls();
    expect(writes).toEqual(["PUT scaling_group/*"]);
    expect(bodies).toEqual([other]);
    expect(project.group().instances.map(({ server }) => server?.id)).toEqual(before);
  });

  test("after all single edits, preview and refresh see nothing to do", async () => {
    for (const command of ["preview", "refresh", "preview"] as const)
      expect((await project.succeed(command)).output).toContain("2 unchanged");
  });

  test("all of them edited at once are one call", async () => {
    await up({ ...groupArgs(project.configurationId, first), minInstanceNumber: 0 });
    const { writes, bodies } = project.calls();
    expect(writes).toEqual(["PUT scaling_group/*"]);
    expect(bodies).toEqual([
      {
        scaling_group_name: "first-name",
        scaling_configuration_id: project.configurationId,
        min_instance_number: 0,
        desire_instance_number: 0,
        max_instance_number: 5,
        cool_down_time: 100,
        health_periodic_audit_method: "ELB_AUDIT",
        health_periodic_audit_time: 15,
        health_periodic_audit_grace_period: 120,
        instance_terminate_policy: "OLD_INSTANCE",
        notifications: [],
        delete_publicip: false,
        delete_volume: false,
        enterprise_project_id: "0",
        multi_az_priority_policy: "EQUILIBRIUM_DISTRIBUTE",
        description: "first",
      },
    ]);
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("arguments that leave the program go back to their documented defaults", async () => {
    await up({
      vpcId: args["vpcId"],
      networks: args["networks"],
      scalingConfigurationId: args["scalingConfigurationId"],
      lbaasListeners: args["lbaasListeners"],
      deletePublicip: true,
      maxInstanceNumber: 5,
    });
    await up({
      vpcId: args["vpcId"],
      networks: args["networks"],
      scalingConfigurationId: args["scalingConfigurationId"],
      lbaasListeners: args["lbaasListeners"],
    });
    expect(project.calls().bodies).toEqual([{ delete_publicip: false, max_instance_number: 1 }]);
    expect(project.group().document).toMatchObject({
      min_instance_number: 0,
      max_instance_number: 1,
      cool_down_time: 300,
      health_periodic_audit_method: "ELB_AUDIT",
      health_periodic_audit_time: 5,
      health_periodic_audit_grace_period: 600,
      instance_terminate_policy: "OLD_CONFIG_OLD_INSTANCE",
      multi_az_priority_policy: "EQUILIBRIUM_DISTRIBUTE",
      delete_publicip: false,
    });
    expect(project.group().name).toBe("first-name");
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("tags are written and removed one by one", async () => {
    await up({ ...args, tags: { env: "prod", team: "blue" } });
    expect(project.group().tags).toEqual({ env: "prod", team: "blue" });
    await up({ ...args, tags: { env: "test", cost: "12" } });
    expect(project.group().tags).toEqual({ env: "test", cost: "12" });
    const { tags: _, ...untagged } = args;
    await up(untagged);
    expect(project.group().tags).toEqual({});
  });

  test("enable pauses and resumes", async () => {
    await up({ ...args, enable: false });
    expect(project.calls().bodies).toEqual([{ action: "pause" }]);
    expect(project.group().document).toMatchObject({ scaling_group_status: "PAUSED" });
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    await up({ ...args, enable: true });
    expect(project.calls().bodies).toEqual([{ action: "resume" }]);
    expect(project.group().document).toMatchObject({ scaling_group_status: "INSERVICE" });
  });
});
