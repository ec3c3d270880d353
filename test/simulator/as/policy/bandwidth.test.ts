import { describe, expect, test } from "vitest";
import { SECOND, startService, type Json, type TestService } from "../support/service";
import {
  actOnPolicy,
  ALARM,
  bandwidthSize,
  createBandwidth,
  createPolicy,
  executionLogsOf,
} from "../support/policies";

const raise = (service: TestService): unknown => service.outside("raiseAlarm", { alarm_id: ALARM });

describe("a bandwidth policy", () => {
  const scale = (operation: string, size: number, limits?: number): Json => ({
    scaling_resource_type: "BANDWIDTH",
    scaling_policy_action: { operation, size, limits },
  });

  test.each([
    ["ADD", 10, 50, undefined, 60],
    ["ADD", 10, 50, 55, 55],
    ["ADD", 290, 33, undefined, 300],
    ["ADD", 480, 100, undefined, 500],
    ["REDUCE", 50, 10, undefined, 40],
    ["REDUCE", 50, 40, 20, 20],
    ["REDUCE", 50, 80, undefined, 1],
    ["SET", 50, 270, undefined, 270],
  ])("%s from %d by %d with limits %s leads to %d Mbit/s", async (operation, size, by, limits, result) => {
    const service = startService();
    const bandwidth = createBandwidth(service, size);
    const id = await createPolicy(service, bandwidth, scale(operation, by, limits), "v2");
    expect((await actOnPolicy(service, id, "execute")).status).toBe(204);
    expect(bandwidthSize(service, bandwidth)).toBe(size);
    service.advance(10 * SECOND);
    expect(bandwidthSize(service, bandwidth)).toBe(result);
    expect(await executionLogsOf(service, id)).toMatchObject([
      {
        status: "SUCCESS",
        scaling_resource_type: "BANDWIDTH",
        type: operation === "REDUCE" ? "REMOVE" : operation,
        old_value: String(size),
        desire_value: String(result),
        limit_value: String(limits ?? 0),
        job_records: [{ job_name: "ADJUST_BANDWIDTH" }],
        meta_data: { metadataeip_address: expect.stringMatching(/^203\.0\.113\.\d+$/) as string },
      },
    ]);
  });

  test.each([
    ["ADD", 500, undefined],
    ["ADD", 60, 60],
    ["REDUCE", 1, undefined],
    ["REDUCE", 20, 20],
  ])("%s at its limit is refused with AS.3040", async (operation, size, limits) => {
    const service = startService();
    const id = await createPolicy(service, createBandwidth(service, size), scale(operation, 1, limits), "v2");
    expect(await actOnPolicy(service, id, "execute")).toMatchObject({ status: 400, code: "AS.3040" });
  });

  test("executes only while no other one does, and can then be neither modified nor deleted", async () => {
    const service = startService();
    const bandwidth = createBandwidth(service, 10);
    const id = await createPolicy(service, bandwidth, scale("ADD", 1), "v2");
    const other = await createPolicy(service, bandwidth, scale("ADD", 2), "v2");
    await actOnPolicy(service, id, "execute");
    const busy = { status: 400, code: "AS.3038" };
    expect(await actOnPolicy(service, other, "execute")).toMatchObject(busy);
    expect(await service.call("DELETE", `scaling_policy/${id}`)).toMatchObject(busy);
    expect(await service.call("PUT", `scaling_policy/${id}`, {}, "v2")).toMatchObject(busy);
    service.advance(10 * SECOND);
    expect((await service.call("DELETE", `scaling_policy/${id}`)).status).toBe(204);
  });

  test("listens to alarms outside its cooldown only, which begins when the bandwidth has changed", async () => {
    const service = startService();
    const bandwidth = createBandwidth(service, 10);
    const id = await createPolicy(service, bandwidth, { ...scale("ADD", 1), cool_down_time: 100 }, "v2");
    raise(service);
    service.advance(8 * SECOND);
    expect(service.snapshot().bandwidths[0]).toMatchObject({ cooldownUntil: "2026-01-01T00:01:48Z" });
    service.advance(99 * SECOND);
    raise(service);
    service.advance(SECOND);
    raise(service);
    expect((await executionLogsOf(service, id)).map((log) => log["failed_reason"])).toEqual([
      undefined,
      "AS.0026: the cooldown is not over",
      undefined,
    ]);
  });

  test("of a bandwidth that is gone fails with AS.3042", async () => {
    const service = startService();
    const bandwidth = createBandwidth(service, 10);
    const id = await createPolicy(service, bandwidth, scale("ADD", 1), "v2");
    service.outside("forget", { kind: "bandwidth", id: bandwidth });
    expect(await actOnPolicy(service, id, "execute")).toMatchObject({ status: 400, code: "AS.3042" });
    raise(service);
    expect(await executionLogsOf(service, id)).toMatchObject([
      { status: "FAIL", failed_reason: expect.stringMatching(/^AS\.3042: /) as string },
    ]);
  });
});
