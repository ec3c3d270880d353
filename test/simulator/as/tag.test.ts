import { describe, expect, test } from "vitest";
import {
  createGroup,
  startService,
  UNKNOWN,
  type Answer,
  type Json,
  type TestService,
} from "./support/service";

const change = (service: TestService, id: string, action: unknown, tags: unknown): Promise<Answer> =>
  service.call("POST", `scaling_group_tag/${id}/tags/action`, { action, tags });
const query = (service: TestService, body: unknown): Promise<Answer> =>
  service.call("POST", "scaling_group_tag/resource_instances/action", body);
const numbered = (count: number): Json[] =>
  Array.from({ length: count }, (_, index) => ({ key: `k${String(index)}`, value: "v" }));

async function tagged(service: TestService, name: string, tags: Record<string, string>): Promise<string> {
  const id = await createGroup(service, { scaling_group_name: name });
  service.outside("setTags", { scaling_group_id: id, tags });
  return id;
}

describe("tags of a group", () => {
  test("are created, overwritten and deleted by key", async () => {
    const service = startService();
    const id = await createGroup(service);
    const created = await change(service, id, "create", [
      { key: "env", value: "prod" },
      { key: "team", value: "a_b-1" },
    ]);
    expect(created).toEqual({ status: 204, body: {}, code: undefined });
    await change(service, id, "create", [{ key: "env", value: "test" }]);
    const read = async (): Promise<Json> => (await service.call("GET", `scaling_group_tag/${id}/tags`)).body;
    expect(await read()).toEqual({
      tags: [
        { key: "env", value: "test" },
        { key: "team", value: "a_b-1" },
      ],
      sys_tags: null,
    });
    expect((await change(service, id, "delete", [{ key: "env" }, { key: "unknown" }])).status).toBe(204);
    expect(await read()).toEqual({ tags: [{ key: "team", value: "a_b-1" }], sys_tags: null });
  });

  test("are at most ten; overwriting counts once", async () => {
    const service = startService();
    const id = await createGroup(service);
    expect((await change(service, id, "create", numbered(10))).status).toBe(204);
    expect((await change(service, id, "create", numbered(10))).status).toBe(204);
    const eleventh = await change(service, id, "create", [{ key: "more", value: "v" }]);
    expect(eleventh).toMatchObject({ status: 400, code: "AS.7045" });
  });

  test.each<[string, unknown, unknown]>([
    ["AS.7049", "update", numbered(1)],
    ["AS.7049", "CREATE", numbered(1)],
    ["AS.7049", null, numbered(1)],
    ["AS.7044", "create", null],
    ["AS.7044", "create", []],
    ["AS.7046", "create", ["env"]],
    ["AS.7062", "create", [{ value: "v" }]],
    ["AS.7062", "delete", [{ key: "" }]],
    ["AS.7046", "create", [{ key: 1, value: "v" }]],
    ["AS.7046", "create", [{ key: "a b", value: "v" }]],
    ["AS.7046", "create", [{ key: "a@b", value: "v" }]],
    ["AS.7063", "create", [{ key: "k".repeat(37), value: "v" }]],
    ["AS.7061", "create", [{ key: "k" }]],
    ["AS.7061", "create", [{ key: "k", value: "" }]],
    ["AS.7046", "create", [{ key: "k", value: 1 }]],
    ["AS.7047", "create", [{ key: "k", value: "v".repeat(44) }]],
    ["AS.7050", "create", [numbered(1)[0], numbered(1)[0]]],
  ])("are refused with %s for %j %j", async (code, action, tags) => {
    const service = startService();
    const id = await createGroup(service);
    expect(await change(service, id, action, tags)).toMatchObject({ status: 400, code });
    expect(service.snapshot().groups[0]!.tags).toEqual({});
  });

  test("take the longest key and value", async () => {
    const service = startService();
    const id = await createGroup(service);
    const tag = { key: "k".repeat(36), value: "v".repeat(43) };
    expect((await change(service, id, "create", [tag])).status).toBe(204);
  });

  test("of a missing group are 400", async () => {
    const answer = await change(startService(), UNKNOWN, "create", numbered(1));
    expect(answer).toMatchObject({ status: 400, code: "AS.2007" });
  });
});

test("tags of the project are keys with all their values", async () => {
  const service = startService();
  await tagged(service, "a", { env: "prod", team: "x" });
  await tagged(service, "b", { env: "test" });
  await tagged(service, "c", { env: "prod" });
  expect((await service.call("GET", "scaling_group_tag/tags")).body).toEqual({
    tags: [
      { key: "env", values: ["prod", "test"] },
      { key: "team", values: ["x"] },
    ],
  });
});

describe("groups by tags", () => {
  async function population(): Promise<TestService> {
    const service = startService();
    await tagged(service, "web-prod", { env: "prod", team: "red" });
    await tagged(service, "web-test", { env: "test", team: "red" });
    await tagged(service, "db-prod", { env: "prod", team: "blue" });
    await tagged(service, "bare", {});
    return service;
  }
  const prod = { key: "env", values: ["prod"] };
  const red = { key: "team", values: ["red"] };

  test.each<[string, Json, string[]]>([
    ["everything without conditions", {}, ["bare", "db-prod", "web-test", "web-prod"]],
    ["all of tags", { tags: [prod, red] }, ["web-prod"]],
    ["any value of a key", { tags: [{ key: "env", values: [] }] }, ["db-prod", "web-test", "web-prod"]],
    ["one of several values", { tags: [{ key: "env", values: ["test", "dev"] }] }, ["web-test"]],
    ["a part of a value", { tags: [{ key: "team", values: ["*lu"] }] }, ["db-prod"]],
    ["one of tags_any", { tags_any: [prod, red] }, ["db-prod", "web-test", "web-prod"]],
    ["not all of not_tags", { not_tags: [prod, red] }, ["bare", "db-prod", "web-test"]],
    ["none of not_tags_any", { not_tags_any: [prod, red] }, ["bare"]],
    ["no tag at all", { without_any_tag: true }, ["bare"]],
    ["a part of the name", { matches: [{ key: "resource_name", value: "web" }] }, ["web-test", "web-prod"]],
  ])("are found by %s, newest first", async (_what, conditions, expected) => {
    const { body } = await query(await population(), { action: "filter", ...conditions });
    expect((body["resources"] as Json[]).map((it) => it["resource_name"])).toEqual(expected);
    expect(body["total_count"]).toBe(expected.length);
  });

  test("show their tags; count shows the number only", async () => {
    const service = startService();
    const id = await tagged(service, "web", { env: "prod" });
    expect((await query(service, { action: "filter", tags: [prod] })).body).toEqual({
      resources: [
        {
          resource_id: id,
          resource_detail: "SCALING_GROUP_TAG",
          tags: [{ key: "env", value: "prod" }],
          resource_name: "web",
        },
      ],
      marker: id,
      total_count: 1,
    });
    expect((await query(service, { action: "count" })).body).toEqual({ total_count: 1 });
  });

  test("come in pages by offset or by marker", async () => {
    const service = await population();
    const names = async (paging: Json): Promise<unknown[]> => {
      const { body } = await query(service, { action: "filter", ...paging });
      return (body["resources"] as Json[]).map((it) => it["resource_name"]);
    };
    expect(await names({ limit: "2" })).toEqual(["bare", "db-prod"]);
    expect(await names({ limit: "2", offset: "2" })).toEqual(["web-test", "web-prod"]);
    const { marker } = (await query(service, { action: "filter", limit: "3" })).body;
    expect(await names({ limit: "2", marker })).toEqual(["web-prod"]);
  });

  test.each<[string, Json]>([
    ["AS.7049", { action: "list" }],
    ["AS.1002", { limit: "0" }],
    ["AS.1002", { limit: 5 }],
    ["AS.1067", { offset: "-1" }],
    ["AS.1074", { marker: UNKNOWN }],
    ["AS.7046", { tags: Array.from({ length: 11 }, (_, i) => ({ key: String(i) })) }],
    ["AS.7046", { tags_any: [{ key: "env", values: "prod" }] }],
    ["AS.7050", { not_tags: [prod, prod] }],
    ["AS.7054", { tags: [{ key: "env", values: ["a", "a"] }] }],
    ["AS.7062", { tags: [{ values: [] }] }],
    ["AS.7052", { matches: [{ key: "name", value: "a" }] }],
  ])("are refused with %s for %j", async (code, body) => {
    expect(await query(startService(), { action: "filter", ...body })).toMatchObject({ status: 400, code });
  });
});
