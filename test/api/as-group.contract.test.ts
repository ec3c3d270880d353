import { describe, expect, it } from "vitest";
import {
  deleteAsGroup,
  getAsGroup,
  listAsGroups,
  modifyAsGroup,
  pauseAsGroup,
  resumeAsGroup,
} from "../../provider/api/as-group";
import type { AsGroup } from "../../provider/core/as-group/model";
import { errorOf, valueOf } from "./support/either";
import { NOTHING, POOL, simulated, SUBNET, VPC } from "./support/simulated";

describe.each(["null", "absent", "empty"] as const)(
  "a group of a service that writes %s for nothing",
  (nullness) => {
    it("is read as it was created, with the documented defaults", async () => {
      const { client, configurationId, pausedGroup } = await simulated({ variants: { nullness } });
      const id = await pausedGroup({ scalingGroupName: "plain", maxInstanceNumber: 3 });
      const { createTime, availableZones, securityGroups, scalingConfigurationName, ...group } =
        await valueOf(getAsGroup(client)(id));
      expect(group).toStrictEqual({
        scalingGroupId: id,
        scalingGroupName: "plain",
        scalingGroupStatus: "PAUSED",
        scalingConfigurationId: configurationId,
        currentInstanceNumber: 0,
        desireInstanceNumber: 0,
        minInstanceNumber: 0,
        maxInstanceNumber: 3,
        coolDownTime: 300,
        lbaasListeners: [],
        networks: [{ id: SUBNET, ipv6Enable: false }],
        vpcId: VPC,
        isScaling: false,
        healthPeriodicAuditMethod: "NOVA_AUDIT",
        healthPeriodicAuditTime: 5,
        healthPeriodicAuditGracePeriod: 600,
        instanceTerminatePolicy: "OLD_CONFIG_OLD_INSTANCE",
        notifications: [],
        deletePublicip: false,
        deleteVolume: false,
        enterpriseProjectId: "0",
        multiAzPriorityPolicy: "EQUILIBRIUM_DISTRIBUTE",
      } satisfies Partial<AsGroup>);
      expect(createTime).toBe("2026-01-01T00:00:00Z");
      expect([...availableZones].sort()).toEqual(["eu-de-01", "eu-de-02", "eu-de-03"]);
      expect(securityGroups.length).toBeLessThanOrEqual(1);
      expect(scalingConfigurationName).toBe("simulator-configuration");
    });
  },
);

describe("modifyAsGroup", () => {
  it("changes every free field, and takes empty values as such", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup({ description: "old", notifications: ["EMAIL"], coolDownTime: 60 });
    const changes = {
      scalingGroupName: "renamed",
      minInstanceNumber: 1,
      desireInstanceNumber: 2,
      maxInstanceNumber: 3,
      coolDownTime: 0,
      availableZones: ["eu-de-02"],
      lbaasListeners: [{ poolId: POOL, protocolPort: 80, weight: 0 }],
      healthPeriodicAuditMethod: "ELB_AUDIT",
      healthPeriodicAuditTime: 0,
      healthPeriodicAuditGracePeriod: 0,
      instanceTerminatePolicy: "NEW_INSTANCE",
      notifications: [],
      deletePublicip: true,
      deleteVolume: true,
      multiAzPriorityPolicy: "PICK_FIRST",
    } as const;
    await valueOf(modifyAsGroup(client)(id, { ...changes, description: "" }));
    const group = await valueOf(getAsGroup(client)(id));
    expect(group).toMatchObject(changes);
    expect(group).not.toHaveProperty("description");
  });

  it("is refused with AS.2030 for a locked field of a running group", async () => {
    const { client, runningGroup } = await simulated();
    const id = await runningGroup(1);
    const networks = [{ id: NOTHING, ipv6Enable: false }];
    expect(await errorOf(modifyAsGroup(client)(id, { networks }))).toMatchObject({
      _tag: "Refused",
      status: 400,
      code: "AS.2030",
    });
  });

  it("is refused with AS.1004 for a missing AS configuration, which does not mean a missing group", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup();
    expect(await errorOf(modifyAsGroup(client)(id, { scalingConfigurationId: NOTHING }))).toMatchObject({
      _tag: "Refused",
      code: "AS.1004",
    });
  });
});

describe("resumeAsGroup and pauseAsGroup", () => {
  it("move the status, and a second time they are refused with AS.2033", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup();
    const statusNow = async () => (await valueOf(getAsGroup(client)(id))).scalingGroupStatus;
    await valueOf(resumeAsGroup(client)(id));
    expect(await statusNow()).toBe("INSERVICE");
    expect(await errorOf(resumeAsGroup(client)(id))).toMatchObject({ _tag: "Refused", code: "AS.2033" });
    await valueOf(pauseAsGroup(client)(id));
    expect(await statusNow()).toBe("PAUSED");
    expect(await errorOf(pauseAsGroup(client)(id))).toMatchObject({ _tag: "Refused", code: "AS.2033" });
  });
});

describe("deleteAsGroup", () => {
  it("deletes an empty group at once", async () => {
    const { client, pausedGroup } = await simulated();
    const id = await pausedGroup();
    await valueOf(deleteAsGroup(client)(id, { force: false }));
    expect(await errorOf(getAsGroup(client)(id))).toMatchObject({ _tag: "NotFound" });
  });

  it("is refused without force while instances are inside, and with force lets them leave first", async () => {
    const { client, runningGroup, letScale } = await simulated();
    const id = await runningGroup(2);
    expect(await errorOf(deleteAsGroup(client)(id, { force: false }))).toMatchObject({
      _tag: "Refused",
      code: "AS.2021",
    });
    await valueOf(deleteAsGroup(client)(id, { force: true }));
    expect((await valueOf(getAsGroup(client)(id))).scalingGroupStatus).toBe("DELETING");
    letScale();
    expect(await errorOf(getAsGroup(client)(id))).toMatchObject({ _tag: "NotFound" });
  });
});

describe("listAsGroups", () => {
  it("lists 105 groups with two pages, each once", async () => {
    const { client, pausedGroup, simulator } = await simulated({ quotas: { groups: 200 } });
    const ids = await Promise.all(
      Array.from({ length: 105 }, (_, index) => pausedGroup({ scalingGroupName: `g${index}` })),
    );
    simulator.admin.clearRequests();
    const { groups, total } = await valueOf(listAsGroups(client)());
    expect(total).toBe(105);
    expect(groups.map(({ scalingGroupId }) => scalingGroupId).sort()).toEqual([...ids].sort());
    expect(simulator.admin.requests()).toHaveLength(2);
  });

  it("lists those that match", async () => {
    const { client, configurationId, pausedGroup } = await simulated();
    const blue = await pausedGroup({ scalingGroupName: "blue-web" });
    const green = await pausedGroup({ scalingGroupName: "green-web" });
    await valueOf(resumeAsGroup(client)(green));
    const listed = async (filter: Parameters<ReturnType<typeof listAsGroups>>[0]) =>
      (await valueOf(listAsGroups(client)(filter))).groups.map(({ scalingGroupId }) => scalingGroupId);
    expect(await listed({ scalingGroupName: "blue" })).toEqual([blue]);
    expect(await listed({ scalingGroupStatus: "INSERVICE" })).toEqual([green]);
    expect((await listed({ scalingConfigurationId: configurationId })).sort()).toEqual([blue, green].sort());
    expect(await listed({ scalingConfigurationId: NOTHING })).toEqual([]);
  });
});

describe.each(["404", "400"] as const)("a service that answers %s for a missing group", (missing) => {
  it("says in every operation on it that it is gone", async () => {
    const { client } = await simulated({ variants: { missing } });
    const outcomes = await Promise.all([
      errorOf(getAsGroup(client)(NOTHING)),
      errorOf(modifyAsGroup(client)(NOTHING, { coolDownTime: 1 })),
      errorOf(resumeAsGroup(client)(NOTHING)),
      errorOf(pauseAsGroup(client)(NOTHING)),
      errorOf(deleteAsGroup(client)(NOTHING, { force: false })),
    ]);
    expect(outcomes.map(({ _tag }) => _tag)).toEqual(Array.from({ length: 5 }, () => "NotFound"));
  });
});
