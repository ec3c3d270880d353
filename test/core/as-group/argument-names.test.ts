import { describe, expect, it } from "vitest";
import { checkNames } from "../../../provider/core/as-group/argument-names";
import { all } from "../../support/program-arguments";

const reasons = (given: Readonly<Record<string, unknown>>): readonly string[] =>
  checkNames(given).map(({ reason }) => reason);

describe("checkNames", () => {
  it("accepts every argument and what the engine adds", () => {
    expect(checkNames({ ...all, nameGeneration: 0, __provider: "code" })).toEqual([]);
  });

  it.each([
    ["desiredInstanceNumber", "desireInstanceNumber"],
    ["desire_instance_number", "desireInstanceNumber"],
    ["cooldownTime", "coolDownTime"],
    ["network", "networks"],
    ["securityGroup", "securityGroups"],
    ["availabilityZones", "availableZones"],
    ["healthPeriodicAuditGracePeriods", "healthPeriodicAuditGracePeriod"],
    ["enabled", "enable"],
    ["tag", "tags"],
  ])("asks of %s whether %s was meant", (name, meant) => {
    expect(checkNames({ [name]: 1 })).toEqual([
      { property: name, reason: `${name} is not an argument of the AS group: did you mean ${meant}?` },
    ]);
  });

  it("lists all arguments when none is near", () => {
    expect(reasons({ flavor: "s3.large.4" })[0]).toMatch(
      /^flavor is not an argument of the AS group: expected one of scalingGroupName, vpcId, .*, lockedChange, drain, adoptId, initialLifecycleHooks$/,
    );
  });

  it.each(["constructor", "__proto__", "x".repeat(100_000)])(
    "takes the name %.20s for what it is: none of ours",
    (name) => {
      const given = Object.fromEntries([[name, 1]]);
      expect(
        reasons(given)[0]?.startsWith(`${name} is not an argument of the AS group: expected one of`),
      ).toBe(true);
    },
  );

  it.each([
    "scalingGroupId",
    "scalingGroupStatus",
    "scalingConfigurationName",
    "currentInstanceNumber",
    "createTime",
    "detail",
    "isScaling",
    "activityType",
    "cloudLocationId",
    "projectId",
    "region",
  ])("says of %s that it is an output", (name) => {
    expect(reasons({ [name]: "x" })).toEqual([
      `${name} is an output of the AS group and cannot be given as an argument`,
    ]);
  });

  it("ignores names without a value", () => {
    expect(reasons({ isScaling: null, foo: undefined, networks: [{ id: "a", foo: null }] })).toEqual([]);
  });

  it("looks into networks, security groups, listeners and timeouts", () => {
    expect(
      checkNames({
        networks: [{ id: "a" }, { id: "b", ipv6enable: true }],
        securityGroups: [{ name: "a" }],
        lbaasListeners: [{ poolId: "a", port: 80 }],
        timeouts: { created: "5m" },
      }),
    ).toEqual([
      {
        property: "networks[1].ipv6enable",
        reason: "networks[1].ipv6enable is not a member of networks[1]: did you mean ipv6Enable?",
      },
      {
        property: "securityGroups[0].name",
        reason: "securityGroups[0].name is not a member of securityGroups[0]: expected one of id",
      },
      {
        property: "lbaasListeners[0].port",
        reason:
          "lbaasListeners[0].port is not a member of lbaasListeners[0]: expected one of poolId, protocolPort, weight",
      },
      {
        property: "timeouts.created",
        reason: "timeouts.created is not a member of timeouts: did you mean create?",
      },
    ]);
  });
});
