import { describe, expect, it } from "vitest";
import {
  getAsGroupTags,
  putAsGroupTags,
  removeAsGroupTags,
  tagsOfAllAsGroups,
} from "../../provider/api/as-tag";
import { errorOf, valueOf } from "./support/either";
import { answer, asRefusal } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

describe("tags of one group", () => {
  it("are got as a record", async () => {
    const { client, sent } = stubClient(() => answer(200, { tags: [{ key: "env", value: "prod" }] }));
    expect(await valueOf(getAsGroupTags(client)("g"))).toEqual({ env: "prod" });
    expect(sent()).toEqual([{ method: "GET", path: "/scaling_group_tag/g/tags", idempotent: true }]);
  });

  it("are put as a list, and may be put again", async () => {
    const { client, sent } = stubClient(() => answer(204));
    await valueOf(putAsGroupTags(client)("g", { env: "prod", camelCase: "" }));
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/scaling_group_tag/g/tags/action",
        idempotent: true,
        body: {
          action: "create",
          tags: [
            { key: "env", value: "prod" },
            { key: "camelCase", value: "" },
          ],
        },
      },
    ]);
  });

  it("are removed by key", async () => {
    const { client, sent } = stubClient(() => answer(204));
    await valueOf(removeAsGroupTags(client)("g", ["env"]));
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/scaling_group_tag/g/tags/action",
        idempotent: true,
        body: { action: "delete", tags: [{ key: "env" }] },
      },
    ]);
  });

  it.each([
    [400, "AS.2007"],
    [404, "AS.0007"],
  ])("say that the group is gone: %i %s", async (status, code) => {
    const { client } = stubClient(() => asRefusal(status, code));
    expect(await errorOf(getAsGroupTags(client)("g"))).toMatchObject({ _tag: "NotFound", code });
  });
});

describe("tags of all groups", () => {
  it("are read a thousand groups at a time, by a query that may be repeated", async () => {
    const { client, sent } = stubClient(({ body }) => {
      const { offset } = body as { offset: string };
      const ids = offset === "0" ? Array.from({ length: 1000 }, (_, index) => `g${index}`) : ["g1000"];
      return answer(200, {
        resources: ids.map((id) => ({ resource_id: id, tags: [{ key: "name", value: id }] })),
        total_count: 1001,
      });
    });
    const tags = await valueOf(tagsOfAllAsGroups(client));
    expect(tags.size).toBe(1001);
    expect(tags.get("g1000")).toEqual({ name: "g1000" });
    expect(sent()).toEqual(
      ["0", "1000"].map((offset) => ({
        method: "POST",
        path: "/scaling_group_tag/resource_instances/action",
        idempotent: true,
        body: { action: "filter", without_any_tag: false, limit: "1000", offset },
      })),
    );
  });

  it("are refused, never gone", async () => {
    const { client } = stubClient(() => asRefusal(404, "AS.0007"));
    expect(await errorOf(tagsOfAllAsGroups(client))).toMatchObject({ _tag: "Refused", status: 404 });
  });
});
