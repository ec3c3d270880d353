import { describe, expect, it } from "vitest";
import { getAsGroupQuotas, getAsQuotas } from "../../provider/api/as-quota";
import { errorOf, valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { answer, asRefusal } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

describe("getAsQuotas", () => {
  it("gives no number in use where the quota holds in each group", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("as-quotas")));
    expect(await valueOf(getAsQuotas(client))).toStrictEqual([
      { type: "scaling_Group", used: 3, quota: 25, max: 50, min: 0 },
      { type: "scaling_Config", used: 7, quota: 100, max: 200, min: 0 },
      { type: "scaling_Policy", quota: 50, max: 50, min: 0 },
      { type: "scaling_Instance", quota: 200, max: 1000, min: 0 },
      { type: "bandwidth_scaling_policy", used: 1, quota: 10, max: 100, min: 0 },
    ]);
    expect(sent()).toEqual([{ method: "GET", path: "/quotas", idempotent: true }]);
  });

  it("refuses an answer that is none, and says where", async () => {
    const { client } = stubClient(() => answer(200, { quotas: { resources: [{ type: "scaling_Group" }] } }));
    expect(await errorOf(getAsQuotas(client))).toEqual({
      _tag: "Undecodable",
      operation: "get AS quotas",
      mismatches: [{ path: "quotas.resources[0].quota", expected: "an integer" }],
    });
  });
});

describe("getAsGroupQuotas", () => {
  it("gives what is in use in the group, zero included", async () => {
    const { client, sent } = stubClient(() => answer(200, fixture("as-group-quotas")));
    expect(await valueOf(getAsGroupQuotas(client)("g"))).toStrictEqual([
      { type: "scaling_Policy", used: 2, quota: 50, max: 50, min: 0 },
      { type: "scaling_Instance", used: 0, quota: 200, max: 1000, min: 0 },
    ]);
    expect(sent()).toEqual([{ method: "GET", path: "/quotas/g", idempotent: true }]);
  });

  it("says that the group does not exist", async () => {
    const { client } = stubClient(() => asRefusal(400, "AS.2007"));
    expect(await errorOf(getAsGroupQuotas(client)("g"))).toMatchObject({ _tag: "NotFound", code: "AS.2007" });
  });
});
