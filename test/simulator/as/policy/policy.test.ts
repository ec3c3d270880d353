import { describe, expect, test } from "vitest";
import { createGroup, getGroup, startService, UNKNOWN, type Json } from "../support/service";
import { ALARM, createPolicy, getPolicy, OTHER_ALARM, postPolicy } from "../support/policies";

const LATER = "2026-01-01T08:00Z";
const scheduled = { scaling_policy_type: "SCHEDULED", scheduled_policy: { launch_time: LATER } };
const weekly = {
  launch_time: "08:00",
  recurrence_type: "Weekly",
  recurrence_value: "1,7",
  start_time: "2026-01-01T00:00Z",
  end_time: "2026-02-01T00:00Z",
};
const recurring = (fields: Json = {}): Json => ({
  scaling_policy_type: "RECURRENCE",
  scheduled_policy: { ...weekly, ...fields },
});

describe("an AS policy of version 1", () => {
  test("listens to an alarm and adds one instance unless told otherwise", async () => {
    const service = startService();
    const group = await createGroup(service);
    const id = await createPolicy(service, group);
    expect(await getPolicy(service, id)).toEqual({
      scaling_policy_id: id,
      scaling_policy_name: "busy",
      scaling_group_id: group,
      policy_status: "INSERVICE",
      scaling_policy_type: "ALARM",
      alarm_id: ALARM,
      scheduled_policy: null,
      scaling_policy_action: { operation: "ADD", instance_number: 1 },
      cool_down_time: 300,
      create_time: "2026-01-01T00:00:00Z",
    });
  });

  test("keeps what it is given, whatever its type is", async () => {
    const service = startService();
    const group = await createGroup(service);
    const read = async (fields: Json): Promise<Json> =>
      getPolicy(service, await createPolicy(service, group, fields));
    expect(await read({ ...scheduled, cool_down_time: 0 })).toMatchObject({
      scheduled_policy: { launch_time: LATER },
      alarm_id: null,
      cool_down_time: 0,
    });
    expect((await read(recurring()))["scheduled_policy"]).toEqual(weekly);
    const daily = recurring({ recurrence_type: "Daily", recurrence_value: "3", start_time: undefined });
    expect((await read(daily))["scheduled_policy"]).toEqual({
      ...weekly,
      recurrence_type: "Daily",
      recurrence_value: null,
    });
    const percentage = { scaling_policy_action: { operation: "REDUCE", instance_percentage: 50 } };
    expect((await read(percentage))["scaling_policy_action"]).toEqual({
      operation: "REMOVE",
      instance_percentage: 50,
    });
  });

  test("is accepted as the Go client sends it, with empty objects", async () => {
    const service = startService();
    const group = await createGroup(service);
    const fields = { scheduled_policy: { launch_time: "" }, scaling_policy_action: {} };
    expect(await postPolicy(service, group, fields)).toMatchObject({ status: 200 });
  });

  test("is modified field by field", async () => {
    const service = startService();
    const group = await createGroup(service);
    const id = await createPolicy(service, group, {
      scaling_policy_action: { operation: "SET", instance_number: 3 },
    });
    const put = (body: Json): Promise<unknown> => service.call("PUT", `scaling_policy/${id}`, body);
    expect(await put({ scaling_policy_name: "renamed", scaling_group_id: UNKNOWN })).toMatchObject({
      status: 200,
      body: { scaling_policy_id: id },
    });
    expect(await getPolicy(service, id)).toMatchObject({
      scaling_policy_name: "renamed",
      scaling_group_id: group,
      alarm_id: ALARM,
      scaling_policy_action: { operation: "SET", instance_number: 3 },
    });
    await put({ scaling_policy_action: { instance_percentage: 30 } });
    expect((await getPolicy(service, id))["scaling_policy_action"]).toEqual({
      operation: "ADD",
      instance_percentage: 30,
    });
    expect(await put({ scaling_policy_type: "SCHEDULED" })).toMatchObject({ code: "AS.3003" });
    await put({ ...scheduled, cool_down_time: 60 });
    expect(await getPolicy(service, id)).toMatchObject({
      scaling_policy_type: "SCHEDULED",
      scheduled_policy: { launch_time: LATER },
      alarm_id: null,
      cool_down_time: 60,
    });
    expect(await put({ scaling_policy_type: "ALARM" })).toMatchObject({ code: "AS.3026" });
  });

  test("whose time has passed can still be renamed", async () => {
    const service = startService();
    const id = await createPolicy(service, await createGroup(service), scheduled);
    service.advance(9 * 60 * 60 * 1000);
    const renamed = await service.call("PUT", `scaling_policy/${id}`, { scaling_policy_name: "late" });
    expect(renamed).toMatchObject({ status: 200 });
    const again = await service.call("PUT", `scaling_policy/${id}`, scheduled);
    expect(again).toMatchObject({ status: 400, code: "AS.3010" });
  });

  test.each<[string, Json]>([
    ["AS.3013", { scaling_policy_name: "" }],
    ["AS.3014", { scaling_policy_name: "x".repeat(65) }],
    ["AS.3031", { scaling_policy_name: "has blank" }],
    ["AS.3019", { scaling_group_id: undefined }],
    ["AS.2007", { scaling_group_id: UNKNOWN }],
    ["AS.3011", { scaling_policy_type: null }],
    ["AS.3002", { scaling_policy_type: "RANDOM" }],
    ["AS.3026", { alarm_id: "" }],
    ["AS.3050", { alarm_id: "al1" }],
    ["AS.3003", { ...scheduled, scheduled_policy: null }],
    ["AS.3008", { ...scheduled, scheduled_policy: {} }],
    ["AS.3009", { ...scheduled, scheduled_policy: { launch_time: "2026-02-30T08:00Z" } }],
    ["AS.3009", { ...scheduled, scheduled_policy: { launch_time: "08:00" } }],
    ["AS.3010", { ...scheduled, scheduled_policy: { launch_time: "2026-01-01T00:00Z" } }],
    ["AS.3008", recurring({ launch_time: "" })],
    ["AS.3009", recurring({ launch_time: "24:00" })],
    ["AS.3023", recurring({ recurrence_type: undefined })],
    ["AS.3004", recurring({ recurrence_type: "Hourly" })],
    ["AS.3024", recurring({ recurrence_value: undefined })],
    ["AS.3025", recurring({ recurrence_value: "0" })],
    ["AS.3025", recurring({ recurrence_value: "1,8" })],
    ["AS.3025", recurring({ recurrence_type: "Monthly", recurrence_value: "32" })],
    ["AS.3025", recurring({ recurrence_value: 1 })],
    ["AS.3005", recurring({ end_time: undefined })],
    ["AS.3006", recurring({ end_time: "2026-02-01T00:00:00Z" })],
    ["AS.3007", recurring({ end_time: "2025-12-31T00:00Z" })],
    ["AS.3028", recurring({ start_time: "today" })],
    ["AS.3029", recurring({ start_time: "2026-02-01T00:00Z" })],
    ["AS.3033", recurring({ end_time: "2026-01-02T00:00Z" })],
    ["AS.3015", { scaling_policy_action: "ADD" }],
    ["AS.3017", { scaling_policy_action: { operation: "MULTIPLY" } }],
    ["AS.3018", { scaling_policy_action: { instance_number: 0 } }],
    ["AS.3018", { scaling_policy_action: { instance_number: 201 } }],
    ["AS.3018", { scaling_policy_action: { operation: "SET", instance_number: -1 } }],
    ["AS.3035", { scaling_policy_action: { instance_percentage: 0 } }],
    ["AS.3035", { scaling_policy_action: { instance_percentage: 20001 } }],
    ["AS.3036", { scaling_policy_action: { instance_number: 1, instance_percentage: 1 } }],
    ["AS.3012", { cool_down_time: 86401 }],
  ])("is refused with %s for %j", async (code, fields) => {
    const service = startService();
    const group = await createGroup(service);
    expect(await postPolicy(service, group, fields)).toMatchObject({ status: 400, code });
    expect(service.snapshot().policies).toEqual([]);
  });

  test.each([
    { operation: "SET", instance_number: 0 },
    { operation: "SET", instance_percentage: 0 },
    { operation: "ADD", instance_number: 200 },
    { operation: "REMOVE", instance_percentage: 20000 },
  ])("may have the action %j", async (scaling_policy_action) => {
    const service = startService();
    const id = await createPolicy(service, await createGroup(service), { scaling_policy_action });
    expect((await getPolicy(service, id))["scaling_policy_action"]).toEqual(scaling_policy_action);
  });

  test("is gone after delete, and with its group", async () => {
    const service = startService();
    const group = await createGroup(service);
    const [first, second] = [await createPolicy(service, group), await createPolicy(service, group)];
    expect(await service.call("DELETE", `scaling_policy/${first}`)).toMatchObject({ status: 204, body: {} });
    for (const call of [
      service.call("GET", `scaling_policy/${first}`),
      service.call("DELETE", `scaling_policy/${first}`),
      service.call("PUT", `scaling_policy/${first}`, {}),
      service.call("POST", `scaling_policy/${first}/action`, { action: "pause" }),
    ]) {
      expect(await call).toMatchObject({ status: 404, code: "AS.0007" });
    }
    await service.call("DELETE", `scaling_group/${group}`);
    expect(await service.call("GET", `scaling_policy/${second}`)).toMatchObject({ status: 404 });
  });

  test("takes a place in the quota of its group", async () => {
    const service = startService({ quotas: { policies: 1 } });
    const group = await createGroup(service);
    await createPolicy(service, group);
    expect(await postPolicy(service, group)).toMatchObject({ status: 400, code: "AS.3032" });
    expect(await postPolicy(service, await createGroup(service), { alarm_id: OTHER_ALARM })).toMatchObject({
      status: 200,
    });
    const { body } = await service.call("GET", `quotas/${group}`);
    expect(body).toMatchObject({
      quotas: { resources: [{ type: "scaling_Policy", used: 1, quota: 1 }, {}] },
    });
  });

  test("cannot be changed while its group is deleted", async () => {
    const service = startService();
    const group = await createGroup(service);
    const id = await createPolicy(service, group);
    await service.call("DELETE", `scaling_group/${group}?force_delete=yes`);
    const deleting = { status: 400, code: "AS.2033" };
    expect(await getGroup(service, group)).toMatchObject({ scaling_group_status: "DELETING" });
    expect(await postPolicy(service, group)).toMatchObject(deleting);
    expect(await service.call("PUT", `scaling_policy/${id}`, {})).toMatchObject(deleting);
    const pause = await service.call("POST", `scaling_policy/${id}/action`, { action: "pause" });
    expect(pause).toMatchObject(deleting);
  });
});

describe("the alarm of a policy", () => {
  test("serves one group only", async () => {
    const service = startService();
    const [group, other] = [await createGroup(service), await createGroup(service)];
    await createPolicy(service, group);
    expect(await postPolicy(service, group)).toMatchObject({ status: 200 });
    expect(await postPolicy(service, other)).toMatchObject({ status: 400, code: "AS.3034" });
    const id = await createPolicy(service, other, { alarm_id: OTHER_ALARM });
    const taken = await service.call("PUT", `scaling_policy/${id}`, { alarm_id: ALARM });
    expect(taken).toMatchObject({ status: 400, code: "AS.3034" });
  });

  test("must be one of those that are registered, if any are", async () => {
    const service = startService();
    const group = await createGroup(service);
    const { alarm_id } = service.outside("registerAlarm");
    expect(alarm_id).toMatch(/^al\d{13}[\da-f]{9}$/);
    expect(service.snapshot().alarms).toEqual([alarm_id]);
    expect(await postPolicy(service, group)).toMatchObject({ status: 400, code: "AS.3030" });
    expect(await postPolicy(service, group, { alarm_id })).toMatchObject({ status: 200 });
    service.outside("forget", { kind: "alarm", id: alarm_id });
    expect(await postPolicy(service, group, { alarm_id })).toMatchObject({ status: 400, code: "AS.3030" });
    service.outside("registerAlarm", { alarm_id });
    expect(await postPolicy(service, group, { alarm_id })).toMatchObject({ status: 200 });
  });
});
