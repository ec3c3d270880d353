import { describe, expect, it } from "vitest";
import {
  createAsPolicy,
  deleteAsPolicy,
  getAsPolicy,
  listAsPolicies,
  listAsPoliciesOf,
  modifyAsPolicy,
  pauseAsPolicy,
  resumeAsPolicy,
} from "../../provider/api/as-policy";
import { errorOf, valueOf } from "./support/either";
import { fixture } from "./support/fixture";
import { answer, asRefusal } from "./support/stub-http";
import { stubClient } from "./support/stub-client";

const V2 = "https://as.example/autoscaling-api/v2/p1";

describe("an AS policy", () => {
  it("is created by a call that is never repeated, in the words of the service", async () => {
    const { client, sent } = stubClient(() => answer(200, { scaling_policy_id: "p" }));
    const id = await valueOf(
      createAsPolicy(client)({
        scalingPolicyName: "night",
        scalingResourceId: "g",
        scalingResourceType: "SCALING_GROUP",
        scalingPolicyType: "RECURRENCE",
        scheduledPolicy: {
          launchTime: "20:00",
          recurrenceType: "Daily",
          endTime: "2027-01-01T00:00Z",
        },
        scalingPolicyAction: { operation: "SET", size: 0 },
        coolDownTime: 0,
      }),
    );
    expect(id).toBe("p");
    expect(sent()).toEqual([
      {
        method: "POST",
        path: `${V2}/scaling_policy`,
        idempotent: false,
        body: {
          scaling_policy_name: "night",
          scaling_resource_id: "g",
          scaling_resource_type: "SCALING_GROUP",
          scaling_policy_type: "RECURRENCE",
          scheduled_policy: {
            launch_time: "20:00",
            recurrence_type: "Daily",
            end_time: "2027-01-01T00:00Z",
          },
          scaling_policy_action: { operation: "SET", size: 0 },
          cool_down_time: 0,
        },
      },
    ]);
  });

  it("is got, modified, enabled, disabled and deleted under its id, by the version that can", async () => {
    const { client, sent } = stubClient(({ method }) =>
      method === "GET"
        ? answer(200, fixture("as-policy"))
        : method === "PUT"
          ? answer(200, { scaling_policy_id: "p" })
          : answer(204),
    );
    expect((await valueOf(getAsPolicy(client)("p"))).scalingPolicyName).toBe("widen-uplink");
    await valueOf(modifyAsPolicy(client)("p", { coolDownTime: 0 }));
    await valueOf(resumeAsPolicy(client)("p"));
    await valueOf(pauseAsPolicy(client)("p"));
    await valueOf(deleteAsPolicy(client)("p"));
    expect(sent()).toEqual([
      { method: "GET", path: `${V2}/scaling_policy/p`, idempotent: true },
      { method: "PUT", path: `${V2}/scaling_policy/p`, idempotent: true, body: { cool_down_time: 0 } },
      { method: "POST", path: "/scaling_policy/p/action", idempotent: false, body: { action: "resume" } },
      { method: "POST", path: "/scaling_policy/p/action", idempotent: false, body: { action: "pause" } },
      { method: "DELETE", path: "/scaling_policy/p", idempotent: true },
    ]);
  });

  it.each([
    [404, "AS.0007"],
    [400, "AS.3020"],
  ])("is gone when the service says so: %i %s", async (status, code) => {
    const { client } = stubClient(() => asRefusal(status, code));
    const outcomes = await Promise.all([
      errorOf(getAsPolicy(client)("p")),
      errorOf(modifyAsPolicy(client)("p", {})),
      errorOf(resumeAsPolicy(client)("p")),
      errorOf(deleteAsPolicy(client)("p")),
    ]);
    expect(outcomes.map(({ _tag }) => _tag)).toEqual(["NotFound", "NotFound", "NotFound", "NotFound"]);
  });

  it.each(["AS.2007", "AS.3042", "AS.3030"])(
    "is not gone when something else is missing: %s",
    async (code) => {
      const { client } = stubClient(() => asRefusal(400, code));
      expect(await errorOf(modifyAsPolicy(client)("p", {}))).toMatchObject({ _tag: "Refused", code });
    },
  );
});

const page = (ids: readonly string[], total: number) => {
  const [row] = (fixture("as-policy-page") as { scaling_policies: readonly object[] }).scaling_policies;
  return answer(200, {
    scaling_policies: ids.map((id) => ({ ...row, scaling_policy_id: id })),
    total_number: total,
  });
};

describe("listing AS policies", () => {
  it("reads all pages, with every filter and the order", async () => {
    const { client, sent } = stubClient(({ query }) =>
      query?.["start_number"] === 0
        ? page(
            Array.from({ length: 100 }, (_, index) => `p${index}`),
            101,
          )
        : page(["p100"], 101),
    );
    const { policies, total } = await valueOf(
      listAsPolicies(client)({
        scalingResourceId: "g",
        scalingResourceType: "SCALING_GROUP",
        scalingPolicyName: "out",
        scalingPolicyId: "p1",
        scalingPolicyType: "ALARM",
        alarmId: "al1",
        enterpriseProjectId: "all_granted_eps",
        sortBy: "TRIGGER_CONDITION",
        order: "DESC",
      }),
    );
    expect([policies.length, total, policies[100]?.scalingPolicyId]).toEqual([101, 101, "p100"]);
    expect(sent()).toEqual(
      [0, 100].map((offset) => ({
        method: "GET",
        path: `${V2}/scaling_policy`,
        idempotent: true,
        query: {
          scaling_resource_id: "g",
          scaling_resource_type: "SCALING_GROUP",
          scaling_policy_name: "out",
          scaling_policy_id: "p1",
          scaling_policy_type: "ALARM",
          alarm_id: "al1",
          enterprise_project_id: "all_granted_eps",
          sort_by: "TRIGGER_CONDITION",
          order: "DESC",
          start_number: offset,
          limit: 100,
        },
      })),
    );
  });

  it("of one resource asks for that resource", async () => {
    const { client, sent } = stubClient(() => page(["p"], 1));
    await valueOf(listAsPoliciesOf(client)("g", { scalingPolicyName: "out", scalingPolicyType: "ALARM" }));
    expect(sent()).toEqual([
      {
        method: "GET",
        path: `${V2}/scaling_policy/g/list`,
        idempotent: true,
        query: {
          scaling_policy_name: "out",
          scaling_policy_type: "ALARM",
          scaling_policy_id: undefined,
          start_number: 0,
          limit: 100,
        },
      },
    ]);
  });

  it.each(["AS.2007", "AS.3042"])("of a missing resource says that it is gone: %s", async (code) => {
    const { client } = stubClient(() => asRefusal(400, code));
    expect(await errorOf(listAsPoliciesOf(client)("g"))).toMatchObject({ _tag: "NotFound", code });
    expect(await errorOf(listAsPolicies(client)())).toMatchObject({ _tag: "Refused", code });
  });
});
