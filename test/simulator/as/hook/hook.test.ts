import { describe, expect, test } from "vitest";
import {
  createGroup,
  createRunningGroup,
  SECOND,
  startService,
  UNKNOWN,
  type Json,
} from "../support/service";
import { createHook, hookBody, TOPIC } from "../support/hooks";

const prepared: Json = {
  lifecycle_hook_name: "prepare",
  lifecycle_hook_type: "INSTANCE_LAUNCHING",
  default_result: "ABANDON",
  default_timeout: 3600,
  notification_topic_urn: TOPIC,
  notification_topic_name: "scaling",
  notification_metadata: null,
  create_time: "2026-01-01T00:00:00Z",
};

describe("a lifecycle hook", () => {
  test("is answered bare, with its defaults, by create, get and list", async () => {
    const service = startService();
    const id = await createGroup(service);
    expect(await createHook(service, id)).toMatchObject({ status: 200, body: prepared });
    const got = await service.call("GET", `scaling_lifecycle_hook/${id}/prepare`);
    expect(got).toEqual({ status: 200, body: prepared, code: undefined });
    const listed = await service.call("GET", `scaling_lifecycle_hook/${id}/list`);
    expect(listed.body).toEqual({ lifecycle_hooks: [prepared] });
    expect(service.snapshot().groups[0]!.hooks).toEqual([prepared]);
  });

  test("keeps every field that is given", async () => {
    const service = startService();
    const id = await createGroup(service);
    const fields = {
      lifecycle_hook_type: "INSTANCE_TERMINATING",
      default_result: "CONTINUE",
      default_timeout: 60,
      notification_metadata: '{"drain":[1]}',
    };
    expect((await createHook(service, id, fields)).body).toEqual({ ...prepared, ...fields });
  });

  test("is modified field by field, its type too, and keeps its name", async () => {
    const service = startService();
    const id = await createGroup(service);
    await createHook(service, id, { notification_metadata: "old" });
    const path = `scaling_lifecycle_hook/${id}/prepare`;
    const change = { lifecycle_hook_type: "INSTANCE_TERMINATING", default_timeout: 86400 };
    const answer = await service.call("PUT", path, {
      ...change,
      lifecycle_hook_name: "other",
      default_result: null,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { ...prepared, ...change, notification_metadata: "old" },
    });
    const cleared = await service.call("PUT", path, { notification_metadata: "" });
    expect(cleared.body).toEqual({ ...prepared, ...change });
    expect((await service.call("GET", path)).body).toEqual({ ...prepared, ...change });
  });

  test("is gone after delete", async () => {
    const service = startService();
    const id = await createGroup(service);
    await createHook(service, id);
    const path = `scaling_lifecycle_hook/${id}/prepare`;
    expect(await service.call("DELETE", path)).toMatchObject({ status: 204, body: {} });
    for (const method of ["GET", "PUT", "DELETE"] as const) {
      const answer = await service.call(method, path, method === "PUT" ? {} : undefined);
      expect(answer).toMatchObject({ status: 404, code: "AS.0007" });
    }
  });

  test.each<[string, Json]>([
    ["AS.7032", { lifecycle_hook_name: undefined }],
    ["AS.7032", { lifecycle_hook_name: "" }],
    ["AS.7031", { lifecycle_hook_name: "has blank" }],
    ["AS.7031", { lifecycle_hook_name: "x".repeat(33) }],
    ["AS.7031", { lifecycle_hook_name: "list" }],
    ["AS.7037", { lifecycle_hook_type: null }],
    ["AS.7033", { lifecycle_hook_type: "INSTANCE_STARTING" }],
    ["AS.7034", { default_result: "EXTEND" }],
    ["AS.7030", { default_timeout: 59 }],
    ["AS.7030", { default_timeout: 86401 }],
    ["AS.7043", { notification_topic_urn: undefined }],
    ["AS.7043", { notification_topic_urn: "scaling" }],
    ["AS.7035", { notification_metadata: "x".repeat(257) }],
    ["AS.7055", { notification_metadata: "a<b" }],
  ])("is refused with %s for %j", async (code, fields) => {
    const service = startService();
    const id = await createGroup(service);
    expect(await createHook(service, id, fields)).toMatchObject({ status: 400, code });
    expect(service.snapshot().groups[0]!.hooks).toEqual([]);
  });

  test("is refused with AS.7036 without a body and with AS.0022 when the body is no object", async () => {
    const service = startService();
    const path = `scaling_lifecycle_hook/${await createGroup(service)}`;
    expect(await service.call("POST", path)).toMatchObject({ status: 400, code: "AS.7036" });
    expect(await service.call("POST", path, [])).toMatchObject({ status: 400, code: "AS.0022" });
  });

  test("needs a topic that exists, a free name, and one of five places", async () => {
    const service = startService();
    const id = await createGroup(service);
    for (const name of ["a", "b", "c", "d", "e"]) {
      expect(await createHook(service, id, { lifecycle_hook_name: name })).toMatchObject({ status: 200 });
    }
    expect(await createHook(service, id, { lifecycle_hook_name: "e" })).toMatchObject({ code: "AS.7041" });
    expect(await createHook(service, id)).toMatchObject({ status: 400, code: "AS.7038" });
    service.outside("forget", { kind: "topic", id: TOPIC });
    const change = { notification_topic_urn: TOPIC };
    const modified = await service.call("PUT", `scaling_lifecycle_hook/${id}/a`, change);
    expect(modified).toMatchObject({ status: 400, code: "AS.7043" });
  });

  test("of a missing group is refused as its parent is", async () => {
    const service = startService();
    expect(await createHook(service, UNKNOWN)).toMatchObject({ status: 400, code: "AS.2007" });
    const listed = await service.call("GET", `scaling_lifecycle_hook/${UNKNOWN}/list`);
    expect(listed).toMatchObject({ status: 400, code: "AS.2007" });
  });

  test("can be changed neither during a scaling action nor while the group is deleted", async () => {
    const service = startService();
    const id = await createRunningGroup(service, 1);
    await createHook(service, id, { lifecycle_hook_type: "INSTANCE_TERMINATING" });
    const path = `scaling_lifecycle_hook/${id}`;
    const attempts = async (): Promise<(string | undefined)[]> => {
      const calls = [
        await service.call("POST", path, hookBody({ lifecycle_hook_name: "other" })),
        await service.call("PUT", `${path}/prepare`, { default_timeout: 100 }),
        await service.call("DELETE", `${path}/prepare`),
      ];
      return calls.map(({ code }) => code);
    };
    await service.call("PUT", `scaling_group/${id}`, { desire_instance_number: 2 });
    service.advance(4 * SECOND);
    expect(await attempts()).toEqual(["AS.2033", "AS.2033", "AS.2033"]);
    service.advance(200 * SECOND);
    await service.call("DELETE", `scaling_group/${id}?force_delete=yes`);
    expect(await attempts()).toEqual(["AS.2033", "AS.2033", "AS.2033"]);
  });
});
