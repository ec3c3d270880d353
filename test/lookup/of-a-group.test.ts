/** What a group has: instances, scaling actions, quotas, policies. */
import { describe, expect, it } from "vitest";
import { addAsInstances, listAsInstances, protectAsInstances } from "../../provider/api/as-instance";
import { createLifecycleHook } from "../../provider/api/lifecycle-hook";
import { getAsInstances, getSuspendedInstances } from "../../provider/lookup/as-instance";
import { getAsQuotas } from "../../provider/lookup/as-quota";
import { getLifecycleHooks } from "../../provider/lookup/lifecycle-hook";
import { getAsPolicyExecutions, getScalingActions } from "../../provider/lookup/scaling-action";
import { identifier, noContent, object } from "../../provider/api/codec/wire";
import { valueOf } from "../api/support/either";
import { NOTHING, simulated, type Simulated } from "../api/support/simulated";
import { programFor } from "./support/program";

/** Sends a write that the provider itself has no function for. */
const post = ({ client }: Simulated, path: string, body: object): Promise<undefined> =>
  valueOf(
    client.request({ operation: "prepare", method: "POST", version: "v1", path, body, decoder: noContent }),
  );

const createdPolicy = object("a created policy", { scalingPolicyId: identifier });

const idsIn = async ({ client }: Simulated, groupId: string): Promise<readonly string[]> =>
  (await valueOf(listAsInstances(client)(groupId))).flatMap(({ instanceId = [] }) => instanceId);

describe("getAsInstances", () => {
  it("lists instances, those that AS created and those that somebody attached", async () => {
    const world = await simulated();
    const scalingGroupId = await world.runningGroup(1);
    const server = world.simulator.admin.outside("createServer", { scaling_group_id: scalingGroupId });
    const { instance_id: attached } = server as { instance_id: string };
    await valueOf(addAsInstances(world.client)(scalingGroupId, [attached]));
    world.letScale();
    const program = programFor(world.simulator);
    const instances = await getAsInstances({ scalingGroupId });
    expect(instances).toHaveLength(2);
    expect(instances.find(({ instanceId }) => instanceId === attached)).not.toHaveProperty(
      "scalingConfigurationId",
    );
    expect(instances.find(({ instanceId }) => instanceId !== attached)).toMatchObject({
      scalingGroupId,
      scalingConfigurationId: world.configurationId,
      lifeCycleState: "INSERVICE",
      healthStatus: "NORMAL",
      protectFromScalingDown: false,
    });
    expect(program.calls().reads).toEqual({ "scaling_group_instance/*/list": 1 });
  });

  it("leaves the choice to the service, a condition that is false included", async () => {
    const world = await simulated();
    const { simulator, client } = world;
    const scalingGroupId = await world.runningGroup(2);
    const [first] = await idsIn(world, scalingGroupId);
    await valueOf(protectAsInstances(client)(scalingGroupId, [first ?? ""], true));
    const program = programFor(simulator);
    const kept = await getAsInstances({ scalingGroupId, protectFromScalingDown: true });
    expect(kept.map(({ instanceId }) => instanceId)).toEqual([first]);
    const free = await getAsInstances({
      scalingGroupId,
      lifeCycleState: "INSERVICE",
      healthStatus: "NORMAL",
      protectFromScalingDown: false,
    });
    expect(free).toHaveLength(1);
    expect(program.queries()[1]).toEqual({
      life_cycle_state: "INSERVICE",
      health_status: "NORMAL",
      protect_from_scaling_down: "false",
      start_number: "0",
      limit: "100",
    });
  });

  it("rejects for a group that does not exist", async () => {
    const { simulator } = await simulated();
    programFor(simulator);
    await expect(getAsInstances({ scalingGroupId: NOTHING })).rejects.toThrow(
      `getAsInstances: AS group ${NOTHING} does not exist`,
    );
  });
});

describe("getScalingActions", () => {
  it("lists actions with their reasons and instances, the newest first", async () => {
    const { simulator, runningGroup, letScale } = await simulated();
    const scalingGroupId = await runningGroup(1);
    simulator.admin.outside("failNextAction", {
      reason: "flavour-sold-out",
      scaling_group_id: scalingGroupId,
    });
    simulator.admin.outside("setCapacity", { scaling_group_id: scalingGroupId, desire_instance_number: 2 });
    letScale();
    programFor(simulator);
    const [failed, first, ...others] = await getScalingActions({ scalingGroupId });
    expect(others).toEqual([]);
    expect(failed).toMatchObject({ status: "FAIL", type: "NORMAL", instanceValue: 1, desireValue: 2 });
    expect(failed?.instanceFailedList).toHaveLength(1);
    expect(first).toMatchObject({
      status: "SUCCESS",
      scalingValue: 1,
      reasons: [{ oldValue: 0, newValue: 1 }],
    });
    expect(first?.instanceAddedList).toHaveLength(1);
  });

  it("leaves the choice to the service", async () => {
    const { simulator, clock, runningGroup } = await simulated();
    const scalingGroupId = await runningGroup(1);
    const program = programFor(simulator);
    const later = `${clock.now().toISOString().slice(0, 19)}Z`;
    expect(await getScalingActions({ scalingGroupId, startTime: later })).toEqual([]);
    const [action] = await getScalingActions({
      scalingGroupId,
      endTime: later,
      type: ["NORMAL", "DIFF"],
      status: "SUCCESS",
    });
    expect(program.queries()[1]).toEqual({
      end_time: later,
      type: "NORMAL,DIFF",
      status: "SUCCESS",
      start_number: "0",
      limit: "100",
    });
    expect(await getScalingActions({ scalingGroupId, logId: action?.id ?? "" })).toEqual([action]);
  });
});

describe("getAsQuotas", () => {
  it("tells the quotas of the project", async () => {
    const { simulator, pausedGroup } = await simulated();
    await pausedGroup();
    programFor(simulator);
    const quotas = await getAsQuotas();
    expect(quotas.find(({ type }) => type === "scaling_Group")).toEqual({
      type: "scaling_Group",
      used: 1,
      quota: 25,
      max: 50,
      min: 0,
    });
    expect(quotas.find(({ type }) => type === "scaling_Instance")).not.toHaveProperty("used");
  });

  it("tells those of a group, and rejects for one that does not exist", async () => {
    const { simulator, runningGroup } = await simulated();
    const scalingGroupId = await runningGroup(2);
    programFor(simulator);
    expect((await getAsQuotas({ scalingGroupId })).map(({ type, used }) => [type, used])).toEqual([
      ["scaling_Policy", 0],
      ["scaling_Instance", 2],
    ]);
    await expect(getAsQuotas({ scalingGroupId: NOTHING })).rejects.toThrow(
      `getAsQuotas: AS group ${NOTHING} does not exist`,
    );
  });
});

describe("getLifecycleHooks", () => {
  it("lists the hooks of a group, and rejects for a group that does not exist", async () => {
    const { simulator, client, pausedGroup } = await simulated();
    const scalingGroupId = await pausedGroup();
    const notificationTopicUrn = `urn:smn:eu-de:${"a".repeat(32)}:hooks`;
    await valueOf(
      createLifecycleHook(client)(scalingGroupId, "prepare", {
        lifecycleHookType: "INSTANCE_LAUNCHING",
        notificationTopicUrn,
      }),
    );
    programFor(simulator);
    expect(await getLifecycleHooks({ scalingGroupId })).toEqual([
      {
        lifecycleHookName: "prepare",
        lifecycleHookType: "INSTANCE_LAUNCHING",
        defaultResult: "ABANDON",
        defaultTimeout: 3600,
        notificationTopicUrn,
        notificationTopicName: "hooks",
        createTime: "2026-01-01T00:00:00Z",
      },
    ]);
    await expect(getLifecycleHooks({ scalingGroupId: NOTHING })).rejects.toThrow(
      `getLifecycleHooks: AS group ${NOTHING} does not exist`,
    );
  });
});

describe("getSuspendedInstances", () => {
  it("lists the instances that a hook holds, with what a callback needs", async () => {
    const world = await simulated();
    const scalingGroupId = await world.pausedGroup({ desireInstanceNumber: 1 });
    await post(world, `/scaling_lifecycle_hook/${scalingGroupId}`, {
      lifecycle_hook_name: "prepare",
      lifecycle_hook_type: "INSTANCE_LAUNCHING",
      notification_topic_urn: `urn:smn:eu-de:${"a".repeat(32)}:hooks`,
    });
    await post(world, `/scaling_group/${scalingGroupId}/action`, { action: "resume" });
    world.letScale();
    programFor(world.simulator);
    const [held, ...others] = await getSuspendedInstances({ scalingGroupId });
    expect(others).toEqual([]);
    expect(held).toMatchObject({
      scalingGroupId,
      lifecycleHookName: "prepare",
      lifecycleHookStatus: "HANGING",
      defaultResult: "ABANDON",
      lifecycleActionKey: expect.any(String) as string,
      timeout: expect.any(String) as string,
    });
    expect(await getSuspendedInstances({ scalingGroupId, instanceId: NOTHING })).toEqual([]);
  });
});

describe("getAsPolicyExecutions", () => {
  it("lists what a policy did, and rejects for one that does not exist", async () => {
    const world = await simulated();
    const group = await world.runningGroup(1);
    const created = await valueOf(
      world.client.request({
        operation: "prepare",
        method: "POST",
        version: "v1",
        path: "/scaling_policy",
        body: {
          scaling_policy_name: "grow",
          scaling_group_id: group,
          scaling_policy_type: "RECURRENCE",
          scheduled_policy: {
            launch_time: "00:30",
            recurrence_type: "Daily",
            end_time: "2030-01-01T00:00Z",
          },
          scaling_policy_action: { operation: "ADD", instance_number: 2 },
        },
        decoder: createdPolicy,
      }),
    );
    const { scalingPolicyId } = created;
    await post(world, `/scaling_policy/${scalingPolicyId}/action`, { action: "execute" });
    world.letScale();
    programFor(world.simulator);
    expect(await getAsPolicyExecutions({ scalingPolicyId, executeType: "MANUAL" })).toMatchObject([
      {
        scalingPolicyId,
        scalingResourceType: "SCALING_GROUP",
        scalingResourceId: group,
        status: "SUCCESS",
        type: "ADD",
        oldValue: 1,
        desireValue: 3,
      },
    ]);
    expect(await getAsPolicyExecutions({ scalingPolicyId, executeType: "ALARM" })).toEqual([]);
    await expect(getAsPolicyExecutions({ scalingPolicyId: NOTHING })).rejects.toThrow(
      `getAsPolicyExecutions: AS policy ${NOTHING} does not exist`,
    );
  });
});
