import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  groupArgs,
  LISTENER,
  OTHER_POOL,
  OTHER_SECURITY_GROUP,
  OTHER_SUBNET,
  POOL,
  SECURITY_GROUP,
  SUBNET,
  type Args,
} from "./support/group-args";
import { openProject, type Project } from "./support/project";

const listener = { poolId: POOL, protocolPort: 80, weight: 1 };

/** Argument, new value, how the message shows the live and the new value. */
const dormant: readonly (readonly [string, Args, string, string])[] = [
  ["networks", { networks: [{ id: OTHER_SUBNET }] }, `[${SUBNET}]`, `[${OTHER_SUBNET}]`],
  [
    "securityGroups",
    { securityGroups: [{ id: OTHER_SECURITY_GROUP }] },
    `[${SECURITY_GROUP}]`,
    `[${OTHER_SECURITY_GROUP}]`,
  ],
  [
    "lbaasListeners",
    { lbaasListeners: [{ poolId: OTHER_POOL, protocolPort: 80, weight: 1 }] },
    `[${POOL} port 80 weight 1]`,
    `[${OTHER_POOL} port 80 weight 1]`,
  ],
  ["lbaasListeners", { lbaasListeners: [] }, `[${POOL} port 80 weight 1]`, "none"],
];

describe("locked fields", () => {
  let project: Project;
  let args: Args;

  const declare = (more: Args) => project.declare({ name: "web", args: { ...args, ...more } });

  beforeAll(async () => {
    project = await openProject();
    args = groupArgs(project.configurationId, {
      securityGroups: [{ id: SECURITY_GROUP }],
      lbaasListeners: [listener],
    });
    await declare({});
    await project.succeed("up");
  });
  afterAll(() => project.close());

  test.each(dormant)(
    "a preview refuses to change %s of a group in service to %j, and explains",
    async (field, change, from, to) => {
      const { id, name, document } = project.group();
      await declare(change);
      project.calls();
      const { output } = await project.fail("preview");
      expect(output).toContain(
        [
          `error: AS group ${name} (id ${id}): ${field} cannot change on the group as it is now`,
          `  ${field}: ${from} → ${to} needs zero instances and a paused group`,
          "  the live group: INSERVICE, 1 instance (desired 1), no scaling action in progress",
          "What you can do:",
          '  1. set lockedChange: "drain": the group is emptied and paused, changed, and given its capacity back',
          '  2. set lockedChange: "replace": a new group is created beside this one, then this one is deleted',
          "  3. empty and pause the group first: set enable: false, minInstanceNumber: 0 and desireInstanceNumber: 0, run `pulumi up`, then make this change; one edit of the program may do both",
        ]
          .join("\n")
          .replaceAll("\n", "\n    "),
      );
      expect(output).not.toMatch(/\n\s+at .*\.js:\d+/);
      expect(project.calls().writes).toEqual([]);
      expect(project.group().document).toEqual(document);
    },
  );

  test("an up without a preview refuses as well, and the next up without the change is clean", async () => {
    await declare({ networks: [{ id: OTHER_SUBNET }] });
    const { output } = await project.fail("up");
    expect(output).toContain("networks cannot change on the group as it is now");
    await declare({});
    expect((await project.succeed("up")).output).toContain("2 unchanged");
    expect(project.calls().writes).toEqual([]);
  });

  test("all locked fields of one edit are explained together", async () => {
    await declare({ networks: [{ id: OTHER_SUBNET }], securityGroups: [{ id: OTHER_SECURITY_GROUP }] });
    const { output } = await project.fail("preview");
    expect(output).toContain("networks, securityGroups cannot change on the group as it is now");
  });

  test.each([
    ["availableZones", { availableZones: ["eu-de-01"] }, { available_zones: ["eu-de-01"] }],
    [
      "lbaasListeners (weight and port)",
      { lbaasListeners: [{ poolId: POOL, protocolPort: 8080, weight: 7 }] },
      { lbaas_listeners: [{ pool_id: POOL, protocol_port: 8080, weight: 7 }] },
    ],
  ])("%s changes on a running group as soon as the scaling action has ended", async (_, change, wire) => {
    project.simulator.admin.speed(50);
    const desired = Number(project.group().document["desire_instance_number"]);
    project.outside("setCapacity", { desire_instance_number: desired + 1 });
    await expect.poll(() => project.group().activity).toBe("NORMAL");
    args = { ...args, ...change };
    await declare({});
    project.calls();
    await project.succeed("up");
    const { writes, bodies } = project.calls();
    expect(writes).toEqual(["PUT scaling_group/*"]);
    expect(bodies).toEqual([wire]);
    expect(project.group().instances).toHaveLength(desired + 1);
    project.simulator.admin.speed(200);
  });

  test("the preview of a settled change says that a scaling action is waited for", async () => {
    project.simulator.admin.speed(10);
    project.outside("setCapacity", { desire_instance_number: 4 });
    await expect.poll(() => project.group().activity).toBe("NORMAL");
    // Slow enough for the scaling action to outlast the preview on any machine.
    project.simulator.admin.speed(1);
    await declare({ availableZones: ["eu-de-02"] });
    const { output } = await project.succeed("preview");
    expect(output).toContain("plan: wait for the scaling action to end, change availableZones");
    project.simulator.admin.speed(200);
  });

  test("one edit that also pauses and empties the group changes its locked fields", async () => {
    args = {
      ...args,
      enable: false,
      desireInstanceNumber: 0,
      networks: [{ id: SUBNET }, { id: OTHER_SUBNET }],
      securityGroups: [{ id: OTHER_SECURITY_GROUP }],
    };
    await declare({});
    project.calls();
    await project.succeed("up");
    const { writes, bodies } = project.calls();
    expect(writes).toEqual(["PUT scaling_group/*", "POST scaling_group/*/action", "PUT scaling_group/*"]);
    expect(bodies).toEqual([
      { desire_instance_number: 0 },
      { action: "pause" },
      {
        networks: [
          { id: SUBNET, ipv6_enable: false },
          { id: OTHER_SUBNET, ipv6_enable: false },
        ],
        security_groups: [{ id: OTHER_SECURITY_GROUP }],
      },
    ]);
    expect(project.group().document).toMatchObject({
      scaling_group_status: "PAUSED",
      current_instance_number: 0,
    });
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("a paused, empty group changes every locked field at once", async () => {
    const { lbaasListeners: _, ...rest } = args;
    args = {
      ...rest,
      networks: [{ id: SUBNET }],
      securityGroups: [{ id: SECURITY_GROUP }],
      lbListenerId: LISTENER,
      availableZones: ["eu-de-03"],
    };
    await declare({});
    project.calls();
    await project.succeed("up");
    expect(project.calls().writes).toEqual(["PUT scaling_group/*"]);
    expect(project.group().document).toMatchObject({
      networks: [{ id: SUBNET }],
      security_groups: [{ id: SECURITY_GROUP }],
      lb_listener_id: LISTENER,
      lbaas_listeners: [],
      available_zones: ["eu-de-03"],
    });
    expect((await project.succeed("preview")).output).toContain("2 unchanged");
  });

  test("a classic listener is locked on a group in service, too", async () => {
    args = { ...args, enable: true };
    await declare({});
    await project.succeed("up");
    await declare({ lbListenerId: undefined });
    const { output } = await project.fail("preview");
    expect(output).toContain(`lbListenerId: ${LISTENER} → none needs a paused group`);
  });

  test("the way out that the message names works: an edit empties and pauses, the next one changes", async () => {
    args = { ...args, enable: true, desireInstanceNumber: 1 };
    await declare({});
    await project.succeed("up");
    expect(project.group().instances).toHaveLength(1);
    await declare({ enable: false, desireInstanceNumber: 0 });
    await project.succeed("up");
    expect(project.group().instances).toEqual([]);
    expect(project.group().document["scaling_group_status"]).toBe("PAUSED");
    args = { ...args, networks: [{ id: OTHER_SUBNET }] };
    await declare({ enable: false, desireInstanceNumber: 0 });
    project.calls();
    await project.succeed("up");
    expect(project.calls().writes).toEqual(["PUT scaling_group/*"]);
    await declare({});
    await project.succeed("up");
    expect(project.group().instances).toHaveLength(1);
  });
});
