import { describe, expect, it } from "vitest";
import { begun, creationOf, modificationOf, nameOf } from "../../../provider/core/as-policy/bodies";

const args = {
  scalingResourceId: "g",
  scalingResourceType: "SCALING_GROUP",
  scalingPolicyType: "ALARM",
  alarmId: "al1",
  scalingPolicyAction: { operation: "ADD", size: 2 },
  enabled: true,
} as const;

describe("the body of a creation", () => {
  it("holds what is given, zero included, and not whether the policy is enabled", () => {
    expect(creationOf("out", { ...args, coolDownTime: 0, description: "d" })).toStrictEqual({
      scalingPolicyName: "out",
      scalingResourceId: "g",
      scalingResourceType: "SCALING_GROUP",
      scalingPolicyType: "ALARM",
      alarmId: "al1",
      scalingPolicyAction: { operation: "ADD", size: 2 },
      coolDownTime: 0,
      description: "d",
    });
  });
});

describe("the body of a modification", () => {
  it.each([
    [{ coolDownTime: 0 }, {}],
    [{ alarmId: "al1" }, {}],
    [{ scalingPolicyType: "ALARM" }, { alarmId: "al1" }],
    [{ scalingResourceId: "g" }, { scalingResourceType: "SCALING_GROUP" }],
    [
      { scalingResourceType: "SCALING_GROUP" },
      { scalingResourceId: "g", scalingPolicyAction: args.scalingPolicyAction },
    ],
  ] as const)("for %j holds that and what belongs to it", (changed, more) => {
    expect(modificationOf(args, changed)).toStrictEqual({ ...changed, ...more });
  });

  it.each([
    [{}, { operation: "ADD", size: 1 }],
    [
      { operation: "SET", size: 0 },
      { operation: "SET", size: 0 },
    ],
    [{ percentage: 5 }, { operation: "ADD", percentage: 5 }],
  ] as const)("holds the action with its defaults: %j", (scalingPolicyAction, sent) => {
    expect(modificationOf(args, { scalingPolicyAction })).toStrictEqual({ scalingPolicyAction: sent });
  });
});

describe("a periodic schedule without a start", () => {
  const NOW = "2026-11-24T10:00Z";
  const daily = { launchTime: "20:00", recurrenceType: "Daily", endTime: "2099-12-31T00:00Z" } as const;
  const later = { ...daily, startTime: "2026-11-24T10:01Z" };

  it("begins now when the policy has not begun", () => {
    expect(begun({ coolDownTime: 1, scheduledPolicy: daily }, later, NOW)).toStrictEqual({
      coolDownTime: 1,
      scheduledPolicy: { ...daily, startTime: NOW },
    });
  });

  it.each([
    ["the policy has begun", { scheduledPolicy: daily }, { ...daily, startTime: NOW }],
    ["the policy had no schedule", { scheduledPolicy: daily }, undefined],
    ["the program gives a start", { scheduledPolicy: later }, later],
    ["the policy acts once", { scheduledPolicy: { launchTime: "2099-01-01T00:00Z" } }, later],
    ["the schedule does not change", { coolDownTime: 1 }, later],
  ])("is sent as it is when %s", (_, changed, live) => {
    expect(begun(changed, live, NOW)).toStrictEqual(changed);
  });
});

describe("the name of a new policy", () => {
  const own = { selfUrn: "urn:pulumi:dev::shop::otc:AsPolicy::out", nameGeneration: 1 };

  it("is the one that is given, or else derived from the URN", () => {
    expect(nameOf({ ...own, scalingPolicyName: "mine" })).toBe("mine");
    expect(nameOf(own)).toMatch(/^out-[0-9a-f]{7}$/);
  });
});
