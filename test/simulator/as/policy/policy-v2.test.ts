import { describe, expect, test } from "vitest";
import { createGroup, startService, UNKNOWN, type Json } from "../support/service";
import {
  ALARM,
  createBandwidth,
  createPolicy,
  getPolicy,
  OTHER_ALARM,
  policyBody,
  policyBodyV2,
  postPolicy,
  type Version,
} from "../support/policies";

describe("an AS policy of version 2", () => {
  test("scales a group in other words", async () => {
    const service = startService();
    const group = await createGroup(service);
    const fields = {
      description: "at noon",
      scaling_policy_action: { operation: "REMOVE", percentage: 20000 },
    };
    const id = await createPolicy(service, group, fields, "v2");
    const read = {
      scaling_policy_id: id,
      scaling_policy_name: "busy",
      scaling_resource_id: group,
      scaling_resource_type: "SCALING_GROUP",
      policy_status: "INSERVICE",
      scaling_policy_type: "ALARM",
      alarm_id: ALARM,
      scheduled_policy: {},
      scaling_policy_action: { operation: "REDUCE", percentage: 20000 },
      cool_down_time: 300,
      create_time: "2026-01-01T00:00:00Z",
      description: "at noon",
      meta_data: null,
    };
    expect(await getPolicy(service, id, "v2")).toEqual(read);
    expect(service.snapshot().policies).toEqual([{ id, document: read, logs: [] }]);
    expect(await getPolicy(service, id, "v1")).toMatchObject({
      scaling_group_id: group,
      scaling_policy_action: { operation: "REMOVE", instance_percentage: 20000 },
    });
  });

  test("scales a bandwidth, which version 1 does not know", async () => {
    const service = startService();
    const { bandwidth_id, eip_id, eip_address } = service.outside("createBandwidth", { size: 10 });
    const fields = {
      scaling_resource_type: "BANDWIDTH",
      scaling_policy_action: { operation: "ADD", size: 300, limits: 500 },
    };
    const id = await createPolicy(service, String(bandwidth_id), fields, "v2");
    expect(await getPolicy(service, id, "v2")).toMatchObject({
      scaling_resource_id: bandwidth_id,
      ...fields,
      meta_data: {
        metadata_bandwidth_share_type: "PER",
        metadata_eip_id: eip_id,
        metadata_eip_address: eip_address,
      },
    });
    const missing = { status: 404, code: "AS.0007" };
    expect(await service.call("GET", `scaling_policy/${id}`)).toMatchObject(missing);
    expect(await service.call("PUT", `scaling_policy/${id}`, {})).toMatchObject(missing);
    expect(await service.call("DELETE", `scaling_policy/${id}`)).toMatchObject({ status: 204 });
  });

  test("can be moved to another resource, if that has room and its alarm serves nobody else", async () => {
    const service = startService({ quotas: { policies: 1 } });
    const [group, other] = [await createGroup(service), await createGroup(service)];
    const id = await createPolicy(service, group, {}, "v2");
    const move = (body: Json): Promise<unknown> =>
      service.call("PUT", `scaling_policy/${id}`, { scaling_resource_id: other, ...body }, "v2");
    expect(await move({})).toMatchObject({ status: 200 });
    expect(await getPolicy(service, id, "v2")).toMatchObject({ scaling_resource_id: other });
    await createPolicy(service, group, { alarm_id: OTHER_ALARM }, "v2");
    expect(await move({ scaling_resource_id: group })).toMatchObject({ code: "AS.3032" });
    expect(await move({ scaling_resource_id: UNKNOWN })).toMatchObject({ code: "AS.3042" });
    const bandwidth = createBandwidth(service, 10);
    const toBandwidth = { scaling_resource_id: bandwidth, scaling_resource_type: "BANDWIDTH" };
    expect(await move(toBandwidth)).toMatchObject({ status: 200 });
    expect(await getPolicy(service, id, "v2")).toMatchObject(toBandwidth);
  });

  test("keeps an action only if it fits the new resource", async () => {
    const service = startService();
    const bandwidth = createBandwidth(service, 10);
    const percentage = { scaling_policy_action: { percentage: 10 } };
    const id = await createPolicy(service, await createGroup(service), percentage, "v2");
    const body = { scaling_resource_id: bandwidth, scaling_resource_type: "BANDWIDTH" };
    const answer = await service.call("PUT", `scaling_policy/${id}`, body, "v2");
    expect(answer).toMatchObject({ status: 400, code: "AS.3035" });
  });

  test("clears its description with an empty text", async () => {
    const service = startService();
    const id = await createPolicy(service, await createGroup(service), { description: "x" }, "v2");
    await service.call("PUT", `scaling_policy/${id}`, { description: "" }, "v2");
    expect(await getPolicy(service, id, "v2")).toMatchObject({ description: null });
  });

  test("is deleted by either version", async () => {
    const service = startService();
    const id = await createPolicy(service, await createGroup(service), {}, "v2");
    expect(await service.call("DELETE", `scaling_policy/${id}`, undefined, "v2")).toMatchObject({
      status: 204,
    });
  });

  test.each<[string, Json]>([
    ["AS.3054", { scaling_resource_type: undefined }],
    ["AS.3037", { scaling_resource_type: "SERVER" }],
    ["AS.3041", { scaling_resource_id: "" }],
    ["AS.3055", { scaling_resource_id: "group" }],
    ["AS.3042", { scaling_resource_id: UNKNOWN }],
    ["AS.3042", { scaling_resource_type: "BANDWIDTH", scaling_resource_id: UNKNOWN }],
    ["AS.3018", { scaling_policy_action: { size: 301 } }],
    ["AS.3018", { scaling_policy_action: { size: 0 } }],
    ["AS.3036", { scaling_policy_action: { size: 1, percentage: 1 } }],
    ["AS.3043", { scaling_policy_action: { size: 1, limits: 5 } }],
    ["AS.0022", { description: "x".repeat(257) }],
  ])("of a group is refused with %s for %j", async (code, fields) => {
    const service = startService();
    const group = await createGroup(service);
    expect(await postPolicy(service, group, fields, "v2")).toMatchObject({ status: 400, code });
  });

  test.each<[string, Json]>([
    ["AS.3017", { operation: "REMOVE" }],
    ["AS.3018", { operation: "SET", size: 0 }],
    ["AS.3035", { percentage: 10 }],
    ["AS.3043", { operation: "SET", size: 5, limits: 10 }],
    ["AS.3043", { operation: "ADD", size: 5, limits: 501 }],
  ])("of a bandwidth is refused with %s for the action %j", async (code, scaling_policy_action) => {
    const service = startService();
    const fields = { scaling_resource_type: "BANDWIDTH", scaling_policy_action };
    const answer = await postPolicy(service, createBandwidth(service, 10), fields, "v2");
    expect(answer).toMatchObject({ status: 400, code });
  });

  test("of a bandwidth takes a place in the quota of the project, even when the bandwidth is gone", async () => {
    const service = startService({ quotas: { bandwidthPolicies: 1 } });
    const bandwidth = createBandwidth(service, 10);
    const fields = { scaling_resource_type: "BANDWIDTH" };
    const id = await createPolicy(service, bandwidth, fields, "v2");
    service.outside("forget", { kind: "bandwidth", id: bandwidth });
    const other = createBandwidth(service, 10);
    const another = { ...fields, alarm_id: OTHER_ALARM };
    expect(await postPolicy(service, other, another, "v2")).toMatchObject({ status: 400, code: "AS.3032" });
    expect(await getPolicy(service, id, "v2")).toMatchObject({
      scaling_resource_id: bandwidth,
      meta_data: null,
    });
    const { body } = await service.call("GET", "quotas");
    const { resources } = body["quotas"] as { resources: Json[] };
    expect(resources.at(-1)).toMatchObject({ type: "bandwidth_scaling_policy", used: 1, quota: 1 });
  });
});

test.each<Version>(["v1", "v2"])("%s needs a body", async (version) => {
  const answer = await startService().call("POST", "scaling_policy", undefined, version);
  expect(answer).toMatchObject({ status: 400, code: "AS.0002" });
});

test("bodies of the two versions say the same", async () => {
  const service = startService();
  const group = await createGroup(service);
  const one = await service.call("POST", "scaling_policy", policyBody(group));
  const two = await service.call("POST", "scaling_policy", policyBodyV2(group), "v2");
  const [first, second] = [one, two].map(({ body }) => body["scaling_policy_id"] as string);
  const { scaling_policy_id: _first, ...left } = await getPolicy(service, first!, "v2");
  const { scaling_policy_id: _second, ...right } = await getPolicy(service, second!, "v2");
  expect(left).toEqual(right);
});
