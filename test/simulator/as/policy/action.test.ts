import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  MINUTE,
  SECOND,
  startService,
  UNKNOWN,
  type Answer,
  type Json,
  type TestService,
} from "../support/service";
import {
  actOnPolicy,
  ALARM,
  createBandwidth,
  createPolicy,
  getPolicy,
  postPolicy,
} from "../support/policies";

const batch = (service: TestService, body: Json): Promise<Answer> =>
  service.call("POST", "scaling_policies/action", body);

/** The codes of the items that a batch refuses. */
function nested({ body }: Answer): unknown {
  const { message } = body["error"] as { message: string };
  return (JSON.parse(message) as Json[]).map(({ id, errorCode }) => [id, errorCode]);
}

const statusOf = async (service: TestService, id: string): Promise<unknown> =>
  (await getPolicy(service, id))["policy_status"];

describe("enabling and disabling a policy", () => {
  test("work once each", async () => {
    const service = startService();
    const id = await createPolicy(service, await createGroup(service));
    const repeated = { status: 400, code: "AS.2033" };
    expect(await actOnPolicy(service, id, "resume")).toMatchObject(repeated);
    expect((await actOnPolicy(service, id, "pause")).status).toBe(204);
    expect(await statusOf(service, id)).toBe("PAUSED");
    expect(await actOnPolicy(service, id, "pause")).toMatchObject(repeated);
    expect((await actOnPolicy(service, id, "resume")).status).toBe(204);
    expect(await statusOf(service, id)).toBe("INSERVICE");
  });

  test("may be repeated in the reading that accepts it", async () => {
    const service = startService({ variants: { repeatedAction: "accept" } });
    const id = await createPolicy(service, await createGroup(service));
    for (const action of ["resume", "pause", "pause", "resume"]) {
      expect((await actOnPolicy(service, id, action)).status).toBe(204);
    }
  });

  test.each<[string, string, Json]>([
    ["AS.3030", "its alarm rule is gone", {}],
    [
      "AS.3010",
      "its time has passed",
      { scaling_policy_type: "SCHEDULED", scheduled_policy: { launch_time: "2026-01-01T00:30Z" } },
    ],
    [
      "AS.3033",
      "its window has passed",
      {
        scaling_policy_type: "RECURRENCE",
        scheduled_policy: { launch_time: "00:30", recurrence_type: "Daily", end_time: "2026-01-01T00:45Z" },
      },
    ],
  ])("fail with %s when %s", async (code, _when, fields) => {
    const service = startService();
    const id = await createPolicy(service, await createGroup(service), fields);
    await actOnPolicy(service, id, "pause");
    service.outside("forget", { kind: "alarm", id: ALARM });
    service.advance(60 * MINUTE);
    expect(await actOnPolicy(service, id, "resume")).toMatchObject({ status: 400, code });
    expect(await statusOf(service, id)).toBe("PAUSED");
  });

  test.each([undefined, "start", 1])("are not the action %j", async (action) => {
    const service = startService();
    const id = await createPolicy(service, await createGroup(service));
    const answer = await service.call("POST", `scaling_policy/${id}/action`, { action });
    expect(answer).toMatchObject({ status: 400, code: "AS.3022" });
  });
});

describe("a batch of policies", () => {
  test("is disabled, enabled and deleted together", async () => {
    const service = startService();
    const group = await createGroup(service);
    const ids = [await createPolicy(service, group), await createPolicy(service, group)];
    for (const [action, status] of [
      ["pause", "PAUSED"],
      ["resume", "INSERVICE"],
    ] as const) {
      expect(await batch(service, { scaling_policy_id: ids, action })).toMatchObject({
        status: 204,
        body: {},
      });
      expect(await Promise.all(ids.map((id) => statusOf(service, id)))).toEqual([status, status]);
    }
    expect((await batch(service, { scaling_policy_id: ids, action: "delete" })).status).toBe(204);
    expect(service.snapshot().policies).toEqual([]);
  });

  test("with items that cannot be changed changes nothing and names them", async () => {
    const service = startService();
    const group = await createGroup(service);
    const [enabled, disabled] = [await createPolicy(service, group), await createPolicy(service, group)];
    await actOnPolicy(service, disabled, "pause");
    const scaling_policy_id = [enabled, disabled, UNKNOWN];
    const resume = await batch(service, { scaling_policy_id, action: "resume" });
    expect(resume).toMatchObject({ status: 400, code: "AS.3046" });
    expect(nested(resume)).toEqual([
      [enabled, "AS.2033"],
      [UNKNOWN, "AS.3020"],
    ]);
    const pause = await batch(service, { scaling_policy_id, action: "pause" });
    expect(pause).toMatchObject({ status: 400, code: "AS.3047" });
    expect(nested(pause)).toEqual([
      [disabled, "AS.2033"],
      [UNKNOWN, "AS.3020"],
    ]);
    expect([await statusOf(service, enabled), await statusOf(service, disabled)]).toEqual([
      "INSERVICE",
      "PAUSED",
    ]);
  });

  test("changes the good items in the reading that says so", async () => {
    const service = startService({ variants: { batchFailure: "good-items" } });
    const id = await createPolicy(service, await createGroup(service));
    const answer = await batch(service, { scaling_policy_id: [id, UNKNOWN], action: "delete" });
    expect(answer).toMatchObject({ status: 400, code: "AS.3045" });
    expect(service.snapshot().policies).toEqual([]);
  });

  test("that executes is deleted by force only", async () => {
    const service = startService();
    const group = await createRunningGroup(service, 1);
    const bandwidth = createBandwidth(service, 10);
    const fields = { scaling_resource_type: "BANDWIDTH", scaling_policy_type: "ALARM" };
    const ids = [await createPolicy(service, group)];
    ids.push(
      await createPolicy(service, bandwidth, { ...fields, alarm_id: "al1700000000001abcdefghi" }, "v2"),
    );
    for (const id of ids) await actOnPolicy(service, id, "execute");
    const refused = await batch(service, { scaling_policy_id: ids, action: "delete" });
    expect(refused).toMatchObject({ status: 400, code: "AS.3045" });
    expect(nested(refused)).toEqual(ids.map((id) => [id, "AS.3038"]));
    const forced = { scaling_policy_id: ids, action: "delete", force_delete: "yes" };
    expect((await batch(service, forced)).status).toBe(204);
    service.advance(10 * SECOND);
    expect(service.snapshot()).toMatchObject({ policies: [], bandwidths: [{ size: 10 }] });
  });

  test.each([
    ["no", 200],
    ["yes", 400],
  ])("with delete_alarm %s leaves or takes the alarm rule", async (delete_alarm, status) => {
    const service = startService();
    const group = await createGroup(service);
    service.outside("registerAlarm", { alarm_id: ALARM });
    const id = await createPolicy(service, group);
    await batch(service, { scaling_policy_id: [id], action: "delete", delete_alarm });
    expect(await postPolicy(service, group)).toMatchObject({ status });
    expect(service.snapshot().alarms).toEqual(status === 200 ? [ALARM] : []);
  });

  test.each<[string, Json]>([
    ["AS.3049", { scaling_policy_id: [] }],
    ["AS.3049", { scaling_policy_id: null }],
    ["AS.0022", { scaling_policy_id: Array(21).fill(UNKNOWN) }],
    ["AS.3022", { action: "execute" }],
    ["AS.3048", { force_delete: true }],
    ["AS.3056", { delete_alarm: "maybe" }],
  ])("is refused with %s for %j", async (code, fields) => {
    const service = startService();
    const answer = await batch(service, { scaling_policy_id: [UNKNOWN], action: "delete", ...fields });
    expect(answer).toMatchObject({ status: 400, code });
  });
});
