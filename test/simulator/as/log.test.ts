import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  logsOf,
  ONE_ACTION,
  SECOND,
  startService,
  UNKNOWN,
  type Json,
} from "./support/service";

describe("scaling action logs", () => {
  test("show a running action without an end, then its result", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 1 });
    service.advance(4 * SECOND);
    const running = {
      id: expect.any(String) as string,
      status: "DOING",
      start_time: "2026-01-01T00:03:03Z",
      end_time: null,
      instance_value: 0,
      desire_value: 1,
      scaling_value: 1,
      instance_added_list: null,
      instance_removed_list: null,
      instance_deleted_list: null,
      description: JSON.stringify({
        reason: [
          { change_reason: "MANNUAL", old_value: 0, new_value: 1, change_time: "2026-01-01T00:03:00Z" },
        ],
      }),
    };
    expect(await logsOf(service, id)).toEqual([running]);
    service.advance(ONE_ACTION);
    expect(await logsOf(service, id)).toEqual([
      {
        ...running,
        status: "SUCCESS",
        end_time: expect.stringMatching(/^2026-01-01T00:04:\d\dZ$/) as string,
        instance_added_list: expect.stringMatching(/^simulator-configuration-[A-Z\d]{8}$/) as string,
      },
    ]);
  });

  test("hold every change that an action carries out, with the policy that made it", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 0);
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 1 });
    service.outside("setCapacity", {
      scaling_group_id: id,
      desire_instance_number: 3,
      reason: "ALARM",
      scaling_policy_name: "busy",
    });
    service.advance(ONE_ACTION);
    const [log] = await logsOf(service, id);
    expect(JSON.parse(String(log!["description"]))).toMatchObject({
      reason: [
        { change_reason: "MANNUAL", old_value: 0, new_value: 1 },
        { change_reason: "ALARM", old_value: 1, new_value: 3, scaling_policy_name: "busy" },
      ],
    });
  });

  test("are filtered by the start of the action, newest first", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 0 });
    service.advance(ONE_ACTION);
    const starts = async (query: string): Promise<unknown[]> => {
      const { body } = await service.call("GET", `scaling_activity_log/${id}?${query}`);
      return (body["scaling_activity_log"] as Json[]).map((log) => log["start_time"]);
    };
    const [first, second] = ["2026-01-01T00:00:03Z", "2026-01-01T00:03:03Z"];
    expect(await starts("")).toEqual([second, first]);
    expect(await starts(`start_time=${second}`)).toEqual([second]);
    expect(await starts(`end_time=${first}`)).toEqual([first]);
    expect(await starts("start_time=2026-01-01T00:03:04Z")).toEqual([]);
    expect(await starts("start_number=1&limit=1")).toEqual([first]);
  });

  test.each([
    ["AS.9001", "start_time=yesterday"],
    ["AS.9002", "end_time=2026-01-01T00:00Z"],
    ["AS.9003", "start_number=x"],
    ["AS.9004", "limit=101"],
  ])("refuse with %s the query %s", async (code, query) => {
    const service = startService();
    const id = await createGroup(service);
    const answer = await service.call("GET", `scaling_activity_log/${id}?${query}`);
    expect(answer).toMatchObject({ status: 400, code });
  });

  test("of a missing group are 400", async () => {
    const answer = await startService().call("GET", `scaling_activity_log/${UNKNOWN}`);
    expect(answer).toMatchObject({ status: 400, code: "AS.2007" });
  });
});

describe("cooldown", () => {
  test("starts when an action ends, with the length of the policy that caused it or of the group", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1, { cool_down_time: 600 });
    const lasted = (): number => {
      const { cooldownUntil, logs } = service.snapshot().groups[0]!;
      return (Date.parse(cooldownUntil!) - Date.parse((logs.at(-1) as Json)["end_time"] as string)) / SECOND;
    };
    expect(lasted()).toBe(600);
    service.outside("setCapacity", {
      scaling_group_id: id,
      desire_instance_number: 2,
      policy_cool_down_time: 30,
    });
    service.advance(ONE_ACTION);
    expect(lasted()).toBe(30);
    service.outside("setCapacity", { scaling_group_id: id, desire_instance_number: 1 });
    service.advance(ONE_ACTION);
    expect(lasted()).toBe(600);
  });
});
