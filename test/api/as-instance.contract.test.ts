import { describe, expect, it } from "vitest";
import {
  addAsInstances,
  listAsInstances,
  protectAsInstances,
  removeAsInstances,
} from "../../provider/api/as-instance";
import type { AsInstance } from "../../provider/core/as-group/model";
import { errorOf, valueOf } from "./support/either";
import { NOTHING, type Simulated, simulated } from "./support/simulated";

const idsOf = (instances: readonly AsInstance[]): readonly string[] =>
  instances.map(({ instanceId }) => instanceId ?? "");

/** A running ECS that fits the group and is in none. */
const newServer = ({ simulator }: Simulated, groupId: string): string =>
  (simulator.admin.outside("createServer", { scaling_group_id: groupId }) as { instance_id: string })
    .instance_id;

describe("instances", () => {
  it("are listed while they are created and when they are in service", async () => {
    const { client, clock, configurationId, pausedGroup, letScale, simulator } = await simulated();
    const id = await pausedGroup({ desireInstanceNumber: 2 });
    simulator.admin.outside("resumeGroup", { scaling_group_id: id });
    clock.advance(4000);
    const pending = await valueOf(listAsInstances(client)(id));
    expect(pending.map(({ lifeCycleState, healthStatus }) => [lifeCycleState, healthStatus])).toEqual([
      ["PENDING", "INITIALIZING"],
      ["PENDING", "INITIALIZING"],
    ]);
    letScale();
    const running = await valueOf(listAsInstances(client)(id));
    expect(running).toHaveLength(2);
    for (const { instanceId, instanceName, ...instance } of running) {
      expect(instanceId).toMatch(/^[0-9a-f-]{36}$/);
      expect(instanceName).toMatch(/^simulator-configuration/);
      expect(instance).toStrictEqual({
        createTime: "2026-01-01T00:00:03Z",
        lifeCycleState: "INSERVICE",
        healthStatus: "NORMAL",
        scalingGroupId: id,
        scalingGroupName: "web",
        scalingConfigurationId: configurationId,
        scalingConfigurationName: "simulator-configuration",
        protectFromScalingDown: false,
      });
    }
  });

  it("are protected and unprotected, and found by their protection", async () => {
    const { client, runningGroup } = await simulated();
    const id = await runningGroup(2);
    const [first, second] = idsOf(await valueOf(listAsInstances(client)(id)));
    await valueOf(protectAsInstances(client)(id, [first!], true));
    const found = async (protectFromScalingDown: boolean) =>
      idsOf(await valueOf(listAsInstances(client)(id, { protectFromScalingDown })));
    expect(await found(true)).toEqual([first]);
    expect(await found(false)).toEqual([second]);
    await valueOf(protectAsInstances(client)(id, [first!], false));
    expect(await found(true)).toEqual([]);
  });

  it("are removed, and deleted only if asked", async () => {
    const { client, runningGroup, letScale, simulator } = await simulated();
    const id = await runningGroup(2);
    const [first, second] = idsOf(await valueOf(listAsInstances(client)(id)));
    await valueOf(removeAsInstances(client)(id, [first!], { deleteInstances: false }));
    letScale();
    await valueOf(removeAsInstances(client)(id, [second!], { deleteInstances: true }));
    letScale();
    expect(await valueOf(listAsInstances(client)(id))).toEqual([]);
    expect(simulator.admin.snapshot().deletedServers).toEqual([second]);
  });

  it("that are no members are named by a removal that fails", async () => {
    const { client, runningGroup } = await simulated();
    const id = await runningGroup(1);
    expect(await errorOf(removeAsInstances(client)(id, [NOTHING], { deleteInstances: true }))).toEqual({
      _tag: "Refused",
      operation: "remove instances from AS group",
      status: 400,
      code: "AS.4030",
      text: `${NOTHING}: AS.4006`,
      instances: [{ id: NOTHING, code: "AS.4006" }],
    });
  });

  it("that were added by hand have no AS configuration", async () => {
    const world = await simulated();
    const { client, runningGroup, letScale } = world;
    const id = await runningGroup(0);
    const server = newServer(world, id);
    await valueOf(addAsInstances(client)(id, [server]));
    letScale();
    const [added] = await valueOf(listAsInstances(client)(id));
    expect(added).toMatchObject({ instanceId: server, lifeCycleState: "INSERVICE" });
    expect(added).not.toHaveProperty("scalingConfigurationId");
    expect(await errorOf(addAsInstances(client)(id, [server]))).toMatchObject({
      _tag: "Refused",
      code: "AS.4029",
      text: `${server}: AS.4023`,
    });
  });

  it("are listed page by page", async () => {
    const { client, runningGroup, simulator } = await simulated();
    const id = await runningGroup(0);
    for (let count = 0; count < 101; count++)
      simulator.admin.outside("attachInstance", { scaling_group_id: id });
    simulator.admin.clearRequests();
    const instances = await valueOf(listAsInstances(client)(id));
    expect(new Set(idsOf(instances)).size).toBe(101);
    expect(simulator.admin.requests()).toHaveLength(2);
  });
});

describe.each(["AS.2007", "AS.4005", "404"] as const)(
  "a service that answers %s for a missing parent",
  (missingParent) => {
    it("says in every operation on its instances that the group is gone", async () => {
      const { client } = await simulated({ variants: { missingParent } });
      const outcomes = await Promise.all([
        errorOf(listAsInstances(client)(NOTHING)),
        errorOf(removeAsInstances(client)(NOTHING, [NOTHING], { deleteInstances: true })),
        errorOf(addAsInstances(client)(NOTHING, [NOTHING])),
        errorOf(protectAsInstances(client)(NOTHING, [NOTHING], true)),
      ]);
      expect(outcomes.map(({ _tag }) => _tag)).toEqual(Array.from({ length: 4 }, () => "NotFound"));
    });
  },
);
