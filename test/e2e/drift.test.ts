import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  groupArgs,
  OTHER_POOL,
  OTHER_SECURITY_GROUP,
  OTHER_SUBNET,
  POOL,
  SECURITY_GROUP,
  SUBNET,
  type Args,
} from "./support/group-args";
import { openProject, type Project } from "./support/project";

const ENTERPRISE_PROJECT = "4c1f0a2b-9d3e-4b5c-8f7a-6e5d4c3b2a10";

/** What somebody changes, and what the preview says about it. One entry for each group of related fields. */
const drifts: readonly { readonly title: string; readonly change: Args; readonly said: readonly string[] }[] =
  [
    {
      title: "name and description",
      change: { scaling_group_name: "theirs", description: "theirs" },
      said: [
        "scalingGroupName is theirs, the program says ours",
        "description is text of 6 characters, the program says text of 4 characters",
      ],
    },
    {
      title: "bounds",
      change: { min_instance_number: 1, max_instance_number: 9 },
      said: ["minInstanceNumber is 1, the program says 0", "maxInstanceNumber is 9, the program says 5"],
    },
    {
      title: "cooldown and health check",
      change: {
        cool_down_time: 1,
        health_periodic_audit_method: "NOVA_AUDIT",
        health_periodic_audit_time: 60,
        health_periodic_audit_grace_period: 1,
      },
      said: [
        "coolDownTime is 1, the program says 100",
        "healthPeriodicAuditMethod is NOVA_AUDIT, the program says ELB_AUDIT",
        "healthPeriodicAuditTime is 60, the program says 15",
        "healthPeriodicAuditGracePeriod is 1, the program says 120",
      ],
    },
    {
      title: "policies",
      change: { instance_terminate_policy: "NEW_INSTANCE", multi_az_priority_policy: "PICK_FIRST" },
      said: [
        "instanceTerminatePolicy is NEW_INSTANCE, the program says OLD_INSTANCE",
        "multiAzPriorityPolicy is PICK_FIRST, the program says EQUILIBRIUM_DISTRIBUTE",
      ],
    },
    {
      title: "switches and lists",
      change: {
        delete_publicip: true,
        delete_volume: true,
        notifications: ["EMAIL"],
        enterprise_project_id: ENTERPRISE_PROJECT,
      },
      said: [
        "deletePublicip is true, the program says false",
        "deleteVolume is true, the program says false",
        "notifications is [EMAIL], the program says none",
        `enterpriseProjectId is ${ENTERPRISE_PROJECT}, the program says 0`,
      ],
    },
    {
      title: "zones and listener details",
      change: {
        available_zones: ["eu-de-02"],
        lbaas_listeners: [{ pool_id: POOL, protocol_port: 81, weight: 2 }],
      },
      said: [
        "availableZones is [eu-de-02], the program says [eu-de-01]",
        `lbaasListeners is [${POOL} port 81 weight 2], the program says [${POOL} port 80 weight 1]`,
      ],
    },
  ];

describe("changes made outside of Pulumi", () => {
  let project: Project;
  let args: Args;

  const previewRow = async (): Promise<string> => {
    const { output } = await project.succeed("preview");
    expect(output).toMatch(/~ {2}pulumi-nodejs:dynamic\/otc:AsGroup web update/);
    return output;
  };

  beforeAll(async () => {
    project = await openProject();
    args = groupArgs(project.configurationId, {
      scalingGroupName: "ours",
      description: "ours",
      coolDownTime: 100,
      healthPeriodicAuditMethod: "ELB_AUDIT",
      healthPeriodicAuditTime: 15,
      healthPeriodicAuditGracePeriod: 120,
      instanceTerminatePolicy: "OLD_INSTANCE",
      multiAzPriorityPolicy: "EQUILIBRIUM_DISTRIBUTE",
      deletePublicip: false,
      deleteVolume: false,
      notifications: [],
      enterpriseProjectId: "0",
      availableZones: ["eu-de-01"],
      securityGroups: [{ id: SECURITY_GROUP }],
      lbaasListeners: [{ poolId: POOL, protocolPort: 80, weight: 1 }],
      tags: { env: "prod" },
    });
    await project.declare({ name: "web", args });
    await project.succeed("up");
  });
  afterAll(() => project.close());

  test.each(drifts)(
    "of $title are shown by the preview and repaired by one call",
    async ({ change, said }) => {
      const { document } = project.group();
      project.outside("modifyGroup", change);
      await expect.poll(() => project.group().activity).toBeNull();
      const output = await previewRow();
      expect(output).toContain("changed outside of Pulumi: ");
      for (const sentence of said) expect(output).toContain(sentence);
      project.calls();
      await project.succeed("up");
      const { writes, bodies } = project.calls();
      expect(writes).toEqual(["PUT scaling_group/*"]);
      expect(Object.keys(bodies[0] as object).sort()).toEqual(Object.keys(change).sort());
      expect(project.group().document).toEqual(document);
    },
  );

  test("another AS configuration is shown and repaired", async () => {
    const other = project.simulator.admin.outside("seedConfiguration") as {
      scaling_configuration_id: string;
    };
    project.outside("modifyGroup", other);
    expect(await previewRow()).toContain(
      `scalingConfigurationId is ${other.scaling_configuration_id}, the program says ${project.configurationId}`,
    );
    await project.succeed("up");
    expect(project.group().document["scaling_configuration_id"]).toBe(project.configurationId);
  });

  test("a paused group is shown and resumed", async () => {
    project.outside("pauseGroup");
    expect(await previewRow()).toContain(
      "changed outside of Pulumi: the group is PAUSED, the program says enable: true",
    );
    await project.succeed("up");
    expect(project.group().document["scaling_group_status"]).toBe("INSERVICE");
  });

  test("tags are counted, since a key may be confidential, and repaired", async () => {
    project.outside("setTags", { tags: { env: "test", theirs: "yes" } });
    expect(await previewRow()).toContain("changed outside of Pulumi: 2 tags");
    await project.succeed("up");
    expect(project.group().tags).toEqual({ env: "prod" });
  });

  test("a change that means the same is no drift", async () => {
    project.outside("modifyGroup", { lbaas_listeners: [{ pool_id: POOL, protocol_port: 80, weight: 1 }] });
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("fields that the program does not mention are left alone", async () => {
    const { description: _, ...unmanaged } = args;
    await project.declare({ name: "web", args: unmanaged });
    await project.succeed("up");
    project.outside("modifyGroup", { description: "theirs" });
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
    args = unmanaged;
  });

  test.each([
    ["networks", { networks: [{ id: OTHER_SUBNET }] }, `[${OTHER_SUBNET}] → [${SUBNET}]`],
    [
      "securityGroups",
      { security_groups: [{ id: OTHER_SECURITY_GROUP }] },
      `[${OTHER_SECURITY_GROUP}] → [${SECURITY_GROUP}]`,
    ],
    [
      "lbaasListeners",
      { lbaas_listeners: [{ pool_id: OTHER_POOL, protocol_port: 80, weight: 1 }] },
      `[${OTHER_POOL} port 80 weight 1] → [${POOL} port 80 weight 1]`,
    ],
  ])(
    "of %s on a group in service are explained, and repaired once it is dormant",
    async (field, change, shown) => {
      project.outside("modifyGroup", change);
      await expect.poll(() => project.group().activity).toBeNull();
      const { output } = await project.fail("preview");
      expect(output).toContain(`${field}: ${shown} needs`);
      await project.declare({ name: "web", args: { ...args, enable: false, desireInstanceNumber: 0 } });
      await project.succeed("up");
      await project.declare({ name: "web", args });
      await project.succeed("up");
      expect((await project.succeed("preview")).output).toContain("2 unchanged");
      expect(project.group().document).toMatchObject({
        networks: [{ id: SUBNET }],
        security_groups: [{ id: SECURITY_GROUP }],
        lbaas_listeners: [{ pool_id: POOL }],
        current_instance_number: 1,
      });
    },
  );
});
