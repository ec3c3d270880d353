import { describe, expect, it } from "vitest";
import { createAsPolicy } from "../../../provider/api/as-policy";
import * as E from "fp-ts/Either";
import { unreachable } from "../../../provider/core/error";
import { openStack } from "../../support/engine";
import { ALARM, done, END, policyScene } from "./support";

const lost = () =>
  E.left(unreachable({ operation: "test", reason: "the answer was lost", neverSent: false }));

describe("creating an AS policy", () => {
  it("sends the arguments with a derived name, and nothing is left to do", async () => {
    const { world, group, stack, alarm } = await policyScene();
    const program = alarm({ scalingPolicyAction: { operation: "REMOVE", size: 2 }, coolDownTime: 0 });
    expect(await stack.up(program)).toMatchObject({ operation: "create", failure: undefined, warnings: [] });
    const name = expect.stringMatching(/^web-[0-9a-f]{7}$/) as string;
    expect(world.calls()).toEqual({
      signIns: 1,
      writes: ["POST scaling_policy"],
      bodies: [
        {
          scaling_policy_name: name,
          scaling_resource_id: group,
          scaling_resource_type: "SCALING_GROUP",
          scaling_policy_type: "ALARM",
          alarm_id: ALARM,
          scaling_policy_action: { operation: "REMOVE", size: 2 },
          cool_down_time: 0,
        },
      ],
      reads: { "scaling_policy/*/list": 1, scaling_policy: 1 },
    });
    expect(stack.recorded()).toMatchObject({
      inputs: { scalingPolicyName: name },
      outputs: {
        scalingPolicyName: name,
        policyStatus: "INSERVICE",
        scalingResourceType: "SCALING_GROUP",
        scalingPolicyAction: { operation: "REMOVE", size: 2 },
        enabled: true,
        projectId: expect.any(String) as string,
      },
    });
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    await stack.refresh();
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("keeps quiet about the start that the service has chosen, and about days in another order", async () => {
    const { world, stack, daily } = await policyScene();
    const program = daily({
      scheduledPolicy: {
        launchTime: "20:00",
        recurrenceType: "Weekly",
        recurrenceValue: "7,1",
        endTime: END,
      },
    });
    await stack.up(program);
    expect(world.policy()["scheduled_policy"]).toHaveProperty("start_time");
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
    await stack.refresh();
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("of a bandwidth records the address", async () => {
    const { world, stack, alarm } = await policyScene();
    const program = alarm({
      scalingResourceId: world.newBandwidth(),
      scalingResourceType: "BANDWIDTH",
      scalingPolicyAction: { size: 20, limits: 200 },
    });
    expect(await stack.up(program)).toMatchObject({ operation: "create", failure: undefined });
    expect(stack.recorded()?.outputs["metaData"]).toHaveProperty("metadataEipAddress");
    expect(await stack.preview(program)).toMatchObject({ operation: "same", warnings: [] });
  });

  it("that is to be disabled pauses the new policy", async () => {
    const { world, stack, daily } = await policyScene();
    await stack.up(daily({ enabled: false }));
    expect(world.policy()["policy_status"]).toBe("PAUSED");
    expect(world.calls().writes).toEqual(["POST scaling_policy", "POST scaling_policy/*/action"]);
    expect(stack.recorded()?.outputs).toMatchObject({ enabled: false, policyStatus: "PAUSED" });
  });

  it.each(["create", "pause"] as const)(
    "that was killed after the call to %s is completed by the next up, with one policy",
    async (call) => {
      const { world, stack, daily } = await policyScene();
      const path = call === "create" ? /\/scaling_policy$/ : /\/action$/;
      stack.onCalls(async (request, send) => {
        const answer = await send();
        return request.method === "POST" && path.test(request.url) ? stack.kill() : answer;
      });
      await stack.up(daily({ enabled: false }));
      expect(stack.recorded()).toBeUndefined();
      stack.onCalls(undefined);
      const { operation, warnings } = await stack.up(daily({ enabled: false }));
      expect(operation).toBe("create");
      expect(warnings).toEqual([
        `continuing with AS policy ${String(stack.recorded()?.id)}, which an interrupted run had created`,
      ]);
      expect(world.policy()["policy_status"]).toBe("PAUSED");
    },
  );

  it.each(["create", "pause"] as const)(
    "whose answer to %s was lost makes one policy, as wanted",
    async (call) => {
      const { world, stack, daily } = await policyScene();
      const path = call === "create" ? /\/scaling_policy$/ : /\/action$/;
      let isLost = false;
      stack.onCalls(async (request, send) => {
        const answer = await send();
        if (isLost || request.method !== "POST" || !path.test(request.url)) return answer;
        isLost = true;
        return lost();
      });
      expect(await stack.up(daily({ enabled: false }))).toMatchObject({ failure: undefined });
      expect(isLost).toBe(true);
      expect(world.policy()["policy_status"]).toBe("PAUSED");
    },
  );

  it("that fails to pause is recorded, and the next up pauses", async () => {
    const { world, stack, daily } = await policyScene();
    stack.onCalls(async (request, send) => (request.url.endsWith("/action") ? lost() : send()));
    expect((await stack.up(daily({ enabled: false }))).failure).toContain("no answer to: test");
    expect(stack.recorded()?.outputs["scalingPolicyId"]).toBe(stack.recorded()?.id);
    stack.onCalls(undefined);
    expect(await stack.up(daily({ enabled: false }))).toMatchObject({
      operation: "update",
      failure: undefined,
    });
    expect(world.policy()["policy_status"]).toBe("PAUSED");
  });

  it("under a chosen name takes no policy for its own that looks different", async () => {
    const { world, group, stack, alarm } = await policyScene();
    await done(
      createAsPolicy(world.client)({
        scalingPolicyName: "out",
        scalingResourceId: group,
        scalingResourceType: "SCALING_GROUP",
        scalingPolicyType: "ALARM",
        alarmId: ALARM,
        coolDownTime: 7,
      }),
    );
    await stack.up(alarm({ scalingPolicyName: "out", coolDownTime: 8 }));
    expect(world.policies().map(({ document }) => document["cool_down_time"])).toEqual([7, 8]);
  });

  it("works where policies may not be listed", async () => {
    const { world, stack, daily } = await policyScene();
    world.simulator.admin.fault({
      match: { method: "GET", path: "**/scaling_policy/*/list" },
      effect: { kind: "status", status: 403, code: "AS.0011" },
    });
    expect(await stack.up(daily())).toMatchObject({ operation: "create", failure: undefined });
    expect(world.policies()).toHaveLength(1);
  });
});

describe("what the service refuses at creation", () => {
  it.each([
    ["AS.3010", { scalingPolicyType: "SCHEDULED", scheduledPolicy: { launchTime: "2020-01-01T00:00Z" } }],
    [
      "AS.3007",
      {
        scheduledPolicy: { launchTime: "20:00", recurrenceType: "Daily", endTime: "2020-01-01T00:00Z" },
      },
    ],
    ["AS.3042", { scalingResourceId: "00000000-0000-4000-8000-00000000ffff" }],
  ])("is explained: %s", async (code, more) => {
    const { stack, daily } = await policyScene();
    const { failure } = await stack.up(daily(more));
    expect(failure).toMatch(
      /^AS policy web-[0-9a-f]{7}: creating failed: the service refused to create AS policy \(HTTP 400\)/,
    );
    expect(failure).toContain(`${code}: `);
    expect(failure).toContain("What you can do:");
    expect(stack.recorded()).toBeUndefined();
  });

  it("is an alarm rule that serves another group", async () => {
    const { world, stack, alarm } = await policyScene();
    await stack.up(alarm());
    const other = openStack(world, "other", "asPolicy");
    const { failure } = await other.up(alarm({ scalingResourceId: await world.newGroup("blue") }));
    expect(failure).toContain("AS.3034: the alarm rule already serves policies of another group");
  });

  it("is the fifty-first policy of a group", async () => {
    const { stack, daily, world } = await policyScene({ quotas: { policies: 1 } });
    await stack.up(daily());
    const other = openStack(world, "other", "asPolicy");
    expect((await other.up(daily())).failure).toContain(
      "AS.3032: there are as many policies as the quota allows",
    );
  });
});
