import { describe, expect, it } from "vitest";
import { asPolicyAnswer, asPolicyIdAnswer, asPolicyPage } from "../../../provider/api/codec/as-policy";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

const bare = {
  scaling_policy_id: "p",
  scaling_policy_name: "out",
  scaling_resource_id: "g",
  scaling_resource_type: "SCALING_GROUP",
  policy_status: "INSERVICE",
  scaling_policy_type: "ALARM",
  alarm_id: "al1700000000001abcDEF12Z",
  scaling_policy_action: { operation: "ADD", size: 1 },
  cool_down_time: 300,
  create_time: "2026-03-21T08:03:35Z",
};

const read = (changes: object) =>
  right(asPolicyAnswer.decode({ scaling_policy: { ...bare, ...changes } })).scalingPolicy;

describe("one policy", () => {
  it("is read with the address of its bandwidth and without an empty schedule", () => {
    expect(right(asPolicyAnswer.decode(fixture("as-policy")))).toStrictEqual({
      scalingPolicy: {
        scalingPolicyId: "1d7f0c2a-1111-4b0e-9c53-5a7e2d9f1a01",
        scalingPolicyName: "widen-uplink",
        scalingResourceId: "2e8a1d3b-1111-4c1f-8d64-6b8f3ea02b02",
        scalingResourceType: "BANDWIDTH",
        policyStatus: "INSERVICE",
        scalingPolicyType: "ALARM",
        alarmId: "al1700000000001abcDEF12Z",
        scalingPolicyAction: { operation: "ADD", size: 5, limits: 200 },
        coolDownTime: 600,
        createTime: "2026-03-21T08:03:35Z",
        metaData: {
          metadataEipId: "3f9b2e4c-1111-4d2a-9e75-7c9a4fb13c03",
          metadataEipAddress: "192.0.2.10",
        },
      },
    });
  });

  it.each([
    ["absent", {}],
    ["null", { scheduled_policy: null, meta_data: null }],
    ["an empty object", { scheduled_policy: {}, meta_data: {} }],
    ["empty texts", { scheduled_policy: { launch_time: "" }, meta_data: { metadata_eip_id: "" } }],
  ])("has neither schedule nor meta data when they are %s", (_, changes) => {
    const policy = read(changes);
    expect(policy).not.toHaveProperty("scheduledPolicy");
    expect(policy).not.toHaveProperty("metaData");
  });

  it("adds when its action does not say what it does", () => {
    expect(read({ scaling_policy_action: {} }).scalingPolicyAction).toStrictEqual({ operation: "ADD" });
  });

  it("is refused without an action or a status, and with a cooldown that is text", () => {
    const answer = {
      scaling_policy: { ...bare, scaling_policy_action: null, policy_status: "", cool_down_time: "300" },
    };
    expect(refusals(asPolicyAnswer, answer)).toEqual([
      "scaling_policy.policy_status: a string that is not empty",
      "scaling_policy.scaling_policy_action: a scaling_policy_action",
      "scaling_policy.cool_down_time: an integer",
    ]);
  });
});

describe("a page of policies", () => {
  it("tells periodic and single schedules, amounts and states apart", () => {
    const { scalingPolicies, totalNumber } = right(asPolicyPage.decode(fixture("as-policy-page")));
    expect(totalNumber).toBe(3);
    expect(
      scalingPolicies.map(({ scheduledPolicy, scalingPolicyAction, policyStatus, description }) => ({
        scheduledPolicy,
        scalingPolicyAction,
        policyStatus,
        description,
      })),
    ).toStrictEqual([
      {
        scheduledPolicy: {
          launchTime: "05:45",
          recurrenceType: "Daily",
          startTime: "2026-08-28T03:08Z",
          endTime: "2026-09-30T03:08Z",
        },
        scalingPolicyAction: { operation: "ADD", size: 2 },
        policyStatus: "INSERVICE",
        description: undefined,
      },
      {
        scheduledPolicy: {
          launchTime: "21:15",
          recurrenceType: "Weekly",
          recurrenceValue: "1,7",
          startTime: "2026-08-27T21:08Z",
          endTime: "2026-12-31T21:08Z",
        },
        scalingPolicyAction: { operation: "REDUCE", percentage: 50 },
        policyStatus: "PAUSED",
        description: "the weekend is quiet",
      },
      {
        scheduledPolicy: { launchTime: "2026-12-31T23:45Z" },
        scalingPolicyAction: { operation: "SET", size: 0 },
        policyStatus: "EXECUTING",
        description: undefined,
      },
    ]);
  });

  it("is refused without its rows: that is not an empty page", () => {
    expect(refusals(asPolicyPage, { total_number: 0 })).toEqual(["scaling_policies: a list"]);
  });
});

describe("the answer to creating a policy", () => {
  it("holds its id", () => {
    expect(right(asPolicyIdAnswer.decode({ scaling_policy_id: "p" }))).toStrictEqual({
      scalingPolicyId: "p",
    });
    expect(refusals(asPolicyIdAnswer, { scaling_policy_id: "" })).toEqual([
      "scaling_policy_id: a string that is not empty",
    ]);
  });
});
