import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  instancesOf,
  logsOf,
  MINUTE,
  ONE_ACTION,
  PROJECT,
  SECOND,
  startService,
  type Json,
  type TestService,
} from "../support/service";
import {
  actOnPolicy,
  ALARM,
  createPolicy,
  executionLogsOf,
  getPolicy,
  OTHER_ALARM,
} from "../support/policies";

const raise = (service: TestService): unknown =>
  service.outside("raiseAlarm", { alarm_id: ALARM })["scaling_policy_ids"];
const desiredOf = async (service: TestService, group: string): Promise<unknown> =>
  (await getGroup(service, group))["desire_instance_number"];

describe("a policy that is executed by hand", () => {
  test("moves the desired number at once, executes for seconds, and the group follows", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1, { cool_down_time: 0 });
    const id = await createPolicy(service, group, {
      scaling_policy_action: { operation: "ADD", instance_number: 2 },
      cool_down_time: 60,
    });
    expect(await actOnPolicy(service, id, "execute")).toMatchObject({ status: 204, body: {} });
    expect(await getPolicy(service, id)).toMatchObject({ policy_status: "EXECUTING" });
    expect(await desiredOf(service, group)).toBe(3);
    const executing = {
      id: expect.any(String) as string,
      status: "EXECUTING",
      execute_type: "MANUAL",
      execute_time: "2026-01-01T00:03:00Z",
      scaling_policy_id: id,
      scaling_resource_type: "SCALING_GROUP",
      scaling_resource_id: group,
      tenant_id: PROJECT,
      type: "ADD",
      old_value: "1",
      desire_value: "3",
      limit_value: "0",
      job_records: [],
      meta_data: null,
    };
    expect(await executionLogsOf(service, id)).toEqual([executing]);
    for (const [method, path, body] of [
      ["PUT", `scaling_policy/${id}`, { cool_down_time: 1 }],
      ["POST", `scaling_policy/${id}/action`, { action: "execute" }],
      ["POST", `scaling_policy/${id}/action`, { action: "pause" }],
      ["POST", `scaling_policy/${id}/action`, { action: "resume" }],
    ] as const) {
      expect(await service.call(method, path, body)).toMatchObject({ status: 400, code: "AS.3038" });
    }
    service.advance(10 * SECOND);
    expect(await getPolicy(service, id)).toMatchObject({ policy_status: "INSERVICE" });
    const done = {
      ...executing,
      status: "SUCCESS",
      job_records: [
        {
          job_name: "ADJUST_VM_NUMBERS",
          record_type: "MEG",
          record_time: "2026-01-01T00:03:08Z",
          message: "adjusted from 1 to 3",
          job_status: "SUCCESS",
        },
      ],
    };
    expect(await executionLogsOf(service, id)).toEqual([done]);
    expect(service.snapshot().policies).toMatchObject([{ id, logs: [done] }]);
    expect(await getGroup(service, group)).toMatchObject({ is_scaling: false });
    service.advance(2 * SECOND);
    expect(await getGroup(service, group)).toMatchObject({ is_scaling: true, activity_type: "NORMAL" });
    const [action] = await logsOf(service, group);
    expect(action!["start_time"]).toBe("2026-01-01T00:03:11Z");
    expect(JSON.parse(String(action!["description"]))).toEqual({
      reason: [
        {
          change_reason: "MANNUAL",
          old_value: 1,
          new_value: 3,
          change_time: "2026-01-01T00:03:00Z",
          scaling_policy_name: "busy",
          scaling_policy_id: id,
        },
      ],
    });
    service.advance(ONE_ACTION);
    expect(await instancesOf(service, group)).toHaveLength(3);
    const { cooldownUntil, logs } = service.snapshot().groups[0]!;
    const end = Date.parse(String((logs.at(-1) as Json)["end_time"]));
    expect(Date.parse(cooldownUntil!) - end).toBe(60 * SECOND);
  });

  test.each<[string, string, (service: TestService, group: string, id: string) => unknown]>([
    [
      "AS.3027",
      "its group is paused",
      (service, id) => service.outside("pauseGroup", { scaling_group_id: id }),
    ],
    ["AS.3027", "it is paused itself", (service, _group, id) => actOnPolicy(service, id, "pause")],
    [
      "AS.0034",
      "its group scales",
      async (service, id) => {
        await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 2 });
        service.advance(4 * SECOND);
      },
    ],
    [
      "AS.0050",
      "its group has its maximum",
      (service, id) => service.call("PUT", `scaling_group/${id}`, { max_instance_number: 1 }),
    ],
    [
      "AS.3040",
      "it removes and its group has its minimum",
      (service, id, policy) =>
        Promise.all([
          service.call("PUT", `scaling_group/${id}`, { min_instance_number: 1 }),
          service.call("PUT", `scaling_policy/${policy}`, { scaling_policy_action: { operation: "REMOVE" } }),
        ]),
    ],
  ])("is refused with %s when %s", async (code, _when, prepare) => {
    const service = startService();
    const group = await createRunningGroup(service, 1);
    const id = await createPolicy(service, group);
    await prepare(service, group, id);
    const before = await desiredOf(service, group);
    expect(await actOnPolicy(service, id, "execute")).toMatchObject({ status: 400, code });
    expect(await desiredOf(service, group)).toBe(before);
    expect(await executionLogsOf(service, id)).toEqual([]);
  });

  test("goes as far as the bounds of the group", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1, { max_instance_number: 3 });
    const id = await createPolicy(service, group, { scaling_policy_action: { instance_number: 200 } });
    await actOnPolicy(service, id, "execute");
    expect(await desiredOf(service, group)).toBe(3);
  });

  test("that changes nothing is a success without a scaling action", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1);
    const action = { operation: "SET", instance_number: 1 };
    const id = await createPolicy(service, group, { scaling_policy_action: action });
    await actOnPolicy(service, id, "execute");
    service.advance(ONE_ACTION);
    expect(await executionLogsOf(service, id)).toMatchObject([{ status: "SUCCESS", type: "SET" }]);
    expect(await logsOf(service, group)).toHaveLength(1);
  });

  test("runs in spite of the cooldown", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1, { cool_down_time: 86400 });
    const id = await createPolicy(service, group);
    expect((await actOnPolicy(service, id, "execute")).status).toBe(204);
  });

  test("and deleted meanwhile has moved the number all the same", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1);
    const id = await createPolicy(service, group);
    await actOnPolicy(service, id, "execute");
    expect((await service.call("DELETE", `scaling_policy/${id}`)).status).toBe(204);
    service.advance(ONE_ACTION);
    expect(await instancesOf(service, group)).toHaveLength(2);
  });
});

describe("an alarm", () => {
  test("makes every enabled policy that listens to it act, those of other alarms not", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1, { cool_down_time: 0 });
    const [first, second] = [await createPolicy(service, group), await createPolicy(service, group)];
    const paused = await createPolicy(service, group);
    await actOnPolicy(service, paused, "pause");
    const other = await createPolicy(service, group, { alarm_id: OTHER_ALARM });
    service.advance(MINUTE);
    expect(raise(service)).toEqual([first, second]);
    expect(await desiredOf(service, group)).toBe(3);
    expect(await executionLogsOf(service, first)).toMatchObject([{ execute_type: "ALARM" }]);
    expect(await executionLogsOf(service, other)).toEqual([]);
    service.advance(ONE_ACTION);
    const [log] = await logsOf(service, group);
    const { reason } = JSON.parse(String(log!["description"])) as { reason: Json[] };
    expect(reason).toMatchObject([
      { change_reason: "ALARM", scaling_policy_id: first },
      { change_reason: "ALARM", scaling_policy_id: second },
    ]);
  });

  test("is refused during the cooldown and while the group scales, as the execution logs tell", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1, { cool_down_time: 600 });
    const id = await createPolicy(service, group);
    raise(service);
    service.advance(10 * MINUTE);
    raise(service);
    raise(service);
    service.advance(15 * SECOND);
    raise(service);
    expect(await executionLogsOf(service, id)).toMatchObject([
      { status: "FAIL", failed_reason: expect.stringMatching(/^AS\.0034: /) as string },
      { status: "FAIL", failed_reason: expect.stringMatching(/^AS\.3038: /) as string },
      { status: "SUCCESS", old_value: "1", desire_value: "2" },
      {
        status: "FAIL",
        failed_reason: "AS.0026: the cooldown is not over",
        old_value: "1",
        desire_value: "1",
      },
    ]);
    const [{ job_records }] = (await executionLogsOf(service, id)) as [Json];
    expect(job_records).toMatchObject([
      { job_status: "FAIL", message: expect.stringMatching(/^AS\.0034/) as string },
    ]);
  });

  test("is not noticed by a group that is out of service", async () => {
    const service = startService();
    const group = await createGroup(service);
    const id = await createPolicy(service, group);
    expect(raise(service)).toEqual([]);
    expect(await executionLogsOf(service, id)).toEqual([]);
  });
});
