import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  getGroup,
  instancesOf,
  logsOf,
  MINUTE,
  SECOND,
  startService,
  type Json,
} from "../support/service";
import { actOnPolicy, createPolicy, executionLogsOf } from "../support/policies";

const HOUR = 60 * MINUTE;

describe("a scheduled policy", () => {
  const at = (launch_time: string, fields: Json = {}): Json => ({
    scaling_policy_type: "SCHEDULED",
    scheduled_policy: { launch_time },
    ...fields,
  });

  test("acts once, at its time, cooldown or not", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1, { cool_down_time: 86400 });
    const id = await createPolicy(service, group, at("2026-01-01T08:00Z"));
    service.advance(8 * HOUR - 3 * MINUTE - SECOND);
    expect(await executionLogsOf(service, id)).toEqual([]);
    service.advance(SECOND);
    expect(await executionLogsOf(service, id)).toMatchObject([
      { execute_type: "SCHEDULED", execute_time: "2026-01-01T08:00:00Z" },
    ]);
    service.advance(48 * HOUR);
    expect(await executionLogsOf(service, id)).toHaveLength(1);
    expect(await instancesOf(service, group)).toHaveLength(2);
    expect(JSON.parse(String((await logsOf(service, group))[0]!["description"]))).toMatchObject({
      reason: [{ change_reason: "SCHEDULED", scaling_policy_id: id }],
    });
  });

  test("gives way to one of the same minute that was created later, unless that is paused", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1);
    const first = await createPolicy(service, group, at("2026-01-01T08:00Z"));
    const second = await createPolicy(service, group, at("2026-01-01T08:00Z"));
    const third = await createPolicy(service, group, at("2026-01-01T08:00Z"));
    await actOnPolicy(service, third, "pause");
    service.advance(9 * HOUR);
    const runs = [first, second, third].map((id) => executionLogsOf(service, id));
    expect((await Promise.all(runs)).map((logs) => logs.length)).toEqual([0, 1, 0]);
  });

  test("follows its new time after a modification", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1);
    const id = await createPolicy(service, group, at("2026-01-01T08:00Z"));
    await service.call("PUT", `scaling_policy/${id}`, {
      scheduled_policy: { launch_time: "2026-01-01T10:00Z" },
    });
    service.advance(9 * HOUR);
    expect(await executionLogsOf(service, id)).toEqual([]);
    service.advance(HOUR);
    expect(await executionLogsOf(service, id)).toMatchObject([{ execute_time: "2026-01-01T10:00:00Z" }]);
  });

  test("does nothing while its group is paused", async () => {
    const service = startService();
    const group = await createGroup(service);
    const id = await createPolicy(service, group, at("2026-01-01T08:00Z"));
    service.advance(9 * HOUR);
    expect(await executionLogsOf(service, id)).toEqual([]);
  });
});

describe("a periodic policy", () => {
  test("acts at its times within its window, not while it is paused", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1, { cool_down_time: 0 });
    const id = await createPolicy(service, group, {
      scaling_policy_type: "RECURRENCE",
      scheduled_policy: {
        launch_time: "08:00",
        recurrence_type: "Weekly",
        recurrence_value: "5,6,7",
        start_time: "2026-01-02T00:00Z",
        end_time: "2026-01-10T00:00Z",
      },
    });
    const times = async (): Promise<unknown[]> =>
      (await executionLogsOf(service, id)).map((log) => log["execute_time"]);
    service.advance(4 * 24 * HOUR);
    expect(await times()).toEqual(["2026-01-03T08:00:00Z", "2026-01-02T08:00:00Z"]);
    await actOnPolicy(service, id, "pause");
    service.advance(4 * 24 * HOUR);
    await actOnPolicy(service, id, "resume");
    service.advance(8 * 24 * HOUR);
    expect(await times()).toEqual(["2026-01-09T08:00:00Z", "2026-01-03T08:00:00Z", "2026-01-02T08:00:00Z"]);
    expect((await getGroup(service, group))["desire_instance_number"]).toBe(4);
    expect(await executionLogsOf(service, id)).toMatchObject(
      Array(3).fill({ status: "SUCCESS", execute_type: "RECURRENCE" }),
    );
  });
});
