import { describe, expect, it } from "vitest";
import { check } from "../../../provider/core/as-group/check";
import { physicalName } from "../../../provider/core/physical-name";
import { UNKNOWN } from "../../../provider/core/unknown";
import { all, least, URN, UUID } from "../../support/program-arguments";

const failuresOf = (overrides: Readonly<Record<string, unknown>>): readonly string[] =>
  check({}, least(overrides), 0).failures.map(({ reason }) => reason);

describe("check of inputs", () => {
  it("finds nothing wrong with the least and with all arguments", () => {
    expect(check({}, least(), 0).failures).toEqual([]);
    expect(check({}, all, 0).failures).toEqual([]);
  });

  it("adds the derived name and its generation, and no other default", () => {
    expect(check({}, least(), 2).inputs).toStrictEqual({
      ...least(),
      nameGeneration: 2,
      scalingGroupName: physicalName(URN, 2),
    });
  });

  it("keeps the name and generation that the group has, whatever the generation is by now", () => {
    const olds = { scalingGroupName: "web-0000000", nameGeneration: 0 };
    expect(check(olds, least(), 2).inputs).toMatchObject(olds);
  });

  it("takes the name that the program chooses", () => {
    const olds = { scalingGroupName: "web-0000000", nameGeneration: 0 };
    expect(check(olds, least({ scalingGroupName: "shop" }), 0).inputs).toMatchObject({
      scalingGroupName: "shop",
    });
  });

  it("keeps a name that is not known yet", () => {
    expect(check({}, least({ scalingGroupName: UNKNOWN }), 0)).toMatchObject({
      inputs: { scalingGroupName: UNKNOWN },
      failures: [],
    });
  });

  it("takes the URN from the new arguments, since a group may move", () => {
    expect(check({ selfUrn: "urn:old" }, least(), 0).inputs).toMatchObject({ selfUrn: URN });
  });

  it("leaves out null, and keeps what the engine added", () => {
    const { inputs, failures } = check({}, least({ description: null, __provider: "code" }), 0);
    expect(inputs).toStrictEqual({
      ...least({ __provider: "code" }),
      nameGeneration: 0,
      scalingGroupName: physicalName(URN, 0),
    });
    expect(failures).toEqual([]);
  });

  it("finds nothing new when it checks its own result again", () => {
    const { inputs } = check({}, all, 1);
    expect(check(inputs, inputs, 2)).toStrictEqual({ inputs, failures: [] });
  });
});

describe("check of single values", () => {
  it.each<[string, unknown, string]>([
    ["scalingGroupName", "my web", "is text of 6 characters: expected 1 to 64 characters of A-Z a-z 0-9 _ -"],
    [
      "scalingGroupName",
      "x".repeat(65),
      "is text of 65 characters: expected 1 to 64 characters of A-Z a-z 0-9 _ -",
    ],
    ["vpcId", " ", 'is " ": expected a VPC id'],
    ["vpcId", undefined, "is missing: expected a VPC id"],
    ["scalingConfigurationId", null, "is missing: expected an AS configuration id"],
    ["networks", undefined, "is missing: expected a list of 1 to 5 networks"],
    ["networks", [], "is a list of 0 entries: expected a list of 1 to 5 networks"],
    ["networks", { id: "a" }, "is an object: expected a list of 1 to 5 networks"],
    [
      "securityGroups",
      [{ id: "a" }, { id: "b" }],
      "is a list of 2 entries: expected a list of at most 1 security group",
    ],
    ["minInstanceNumber", -1, "is -1: expected an integer from 0 to 300"],
    ["desireInstanceNumber", 1.5, "is 1.5: expected an integer from 0 to 300"],
    ["maxInstanceNumber", 301, "is 301: expected an integer from 0 to 300"],
    ["coolDownTime", 86_401, "is 86401: expected an integer from 0 to 86400"],
    ["coolDownTime", "hunter2", "is text of 7 characters: expected an integer from 0 to 86400"],
    ["lbListenerId", "", 'is "": expected 1 to 6 listener ids, separated by commas, none empty or repeated'],
    [
      "lbListenerId",
      "a,,b",
      'is "a,,b": expected 1 to 6 listener ids, separated by commas, none empty or repeated',
    ],
    [
      "lbListenerId",
      "a, a",
      'is "a, a": expected 1 to 6 listener ids, separated by commas, none empty or repeated',
    ],
    [
      "lbListenerId",
      "a,b,c,d,e,f,g",
      'is "a,b,c,d,e,f,g": expected 1 to 6 listener ids, separated by commas, none empty or repeated',
    ],
    ["availableZones", [], "is a list of 0 entries: expected a list of availability zones, not empty"],
    ["healthPeriodicAuditMethod", "PING", 'is "PING": expected one of NOVA_AUDIT, ELB_AUDIT'],
    ["healthPeriodicAuditTime", 10, "is 10: expected one of 0, 1, 5, 15, 60, 180"],
    [
      "instanceTerminatePolicy",
      "OLD",
      'is "OLD": expected one of OLD_CONFIG_OLD_INSTANCE, OLD_CONFIG_NEW_INSTANCE, OLD_INSTANCE, NEW_INSTANCE',
    ],
    ["notifications", ["EMAIL", "EMAIL"], 'is a list of 2 entries: expected an empty list or ["EMAIL"]'],
    ["deletePublicip", "yes", "is text of 3 characters: expected true or false"],
    ["deleteVolume", 1, "is 1: expected true or false"],
    ["enterpriseProjectId", "1", 'is "1": expected "0" (the default project) or a UUID'],
    ["multiAzPriorityPolicy", "ANY", 'is "ANY": expected one of EQUILIBRIUM_DISTRIBUTE, PICK_FIRST'],
    ["description", "", "is text of 0 characters: expected 1 to 256 characters"],
    ["description", "x".repeat(257), "is text of 257 characters: expected 1 to 256 characters"],
    ["enable", "false", "is text of 5 characters: expected true or false"],
    ["timeouts", "15m", 'is "15m": expected an object with create, update and delete'],
    ["desireInstanceNumberMode", "always", 'is "always": expected one of onEdit, enforce, initial'],
    ["deleteMode", "no", 'is "no": expected one of drain, force, refuse'],
    ["lockedChange", "wait", 'is "wait": expected one of fail, drain, replace'],
    ["selfUrn", "web", "is text of 3 characters: expected the resource's own URN"],
  ])("says of %s that is %j what is allowed", (name, value, rest) => {
    expect(check({}, least({ [name]: value }), 0).failures).toEqual([
      { property: name, reason: `${name} ${rest}` },
    ]);
  });

  it.each<[string, string, unknown, string]>([
    ["networks", "networks[1].id", [{ id: "a" }, {}], "is missing: expected the network id of a subnet"],
    ["networks", "networks[0].ipv6Enable", [{ id: "a", ipv6Enable: 1 }], "is 1: expected true or false"],
    [
      "networks",
      "networks[0].ipv6Bandwidth.id",
      [{ id: "a", ipv6Enable: true, ipv6Bandwidth: {} }],
      "is missing: expected the id of a shared bandwidth",
    ],
    ["networks", "networks[0]", ["a"], 'is "a": expected an object with the id of a subnet'],
    ["securityGroups", "securityGroups[0].id", [{ id: "" }], 'is "": expected a security group id'],
    ["availableZones", "availableZones[1]", ["a", ""], 'is "": expected an availability zone'],
    ["notifications", "notifications[0]", ["SMS"], 'is "SMS": expected EMAIL'],
    [
      "lbaasListeners",
      "lbaasListeners[0].protocolPort",
      [{ poolId: "a", protocolPort: 0 }],
      "is 0: expected an integer from 1 to 65535",
    ],
    [
      "lbaasListeners",
      "lbaasListeners[0].weight",
      [{ poolId: "a", protocolPort: 80, weight: 101 }],
      "is 101: expected an integer from 0 to 100",
    ],
    [
      "timeouts",
      "timeouts.create",
      { create: "3 days" },
      'is "3 days": expected a duration such as "90s", "15m" or "1h30m", or seconds, from 0 to 24 hours',
    ],
  ])("names the place inside %s: %s", (name, property, value, rest) => {
    expect(check({}, least({ [name]: value }), 0).failures).toEqual([
      { property, reason: `${property} ${rest}` },
    ]);
  });

  it("refuses too many networks and listeners", () => {
    expect(failuresOf({ networks: ["a", "b", "c", "d", "e", "f"].map((id) => ({ id })) })).toEqual([
      "networks is a list of 6 entries: expected a list of 1 to 5 networks",
    ]);
    expect(
      failuresOf({
        lbaasListeners: [1, 2, 3, 4, 5, 6, 7].map((port) => ({ poolId: "a", protocolPort: port })),
      }),
    ).toEqual(["lbaasListeners is a list of 7 entries: expected a list of at most 6 listeners"]);
  });

  it.each([
    ["scalingGroupName", "A-z_0"],
    ["scalingGroupName", "x".repeat(64)],
    ["maxInstanceNumber", 0],
    ["maxInstanceNumber", 300],
    ["coolDownTime", 86_400],
    ["lbListenerId", "a,b,c,d,e,f"],
    ["healthPeriodicAuditTime", 0],
    ["healthPeriodicAuditTime", 180],
    ["securityGroups", []],
    ["notifications", []],
    ["lbaasListeners", []],
    ["lbaasListeners", [{ poolId: "a", protocolPort: 65_535, weight: 0 }]],
    ["enterpriseProjectId", "0"],
    ["enterpriseProjectId", UUID],
    ["description", "x"],
    ["description", "x".repeat(256)],
    ["tags", {}],
    ["timeouts", { create: 0 }],
  ])("accepts %s %j", (name, value) => {
    expect(failuresOf({ [name]: value })).toEqual([]);
  });

  it("reports tags by position and never shows a key, a value or a description", () => {
    const secretive = { tags: { "hunter2!": "correct horse" }, description: "hunter2".repeat(40) };
    const { failures } = check({}, least(secretive), 0);
    expect(failures).toEqual([
      {
        property: "description",
        reason: "description is text of 280 characters: expected 1 to 256 characters",
      },
      {
        property: "tags",
        reason: "tags: tag 1 of 1 has a key with other characters than letters, digits, - _ @",
      },
      {
        property: "tags",
        reason: "tags: tag 1 of 1 has a value with other characters than letters, digits, - _ @",
      },
    ]);
  });
});

describe("check of unknown values", () => {
  it.each(Object.keys(all).filter((name) => name !== "selfUrn"))(
    "accepts %s that is not known yet",
    (name) => {
      expect(check({}, { ...all, [name]: UNKNOWN }, 0)).toMatchObject({
        inputs: { [name]: UNKNOWN },
        failures: [],
      });
    },
  );

  it("checks what is known beside an unknown value", () => {
    expect(
      failuresOf({ networks: [{ id: UNKNOWN, ipv6Enable: "yes" }], tags: { a: UNKNOWN, "b b": "v" } }),
    ).toEqual([
      'networks[0].ipv6Enable is "yes": expected true or false',
      "tags: tag 2 of 2 has a key with other characters than letters, digits, - _ @",
    ]);
  });
});

describe("check as a whole", () => {
  it("reports all failures at once: names, values, rules", () => {
    expect(
      failuresOf({
        coolDownTme: 5,
        coolDownTime: -1,
        minInstanceNumber: 3,
        maxInstanceNumber: 2,
        networks: [{ id: "a" }, { id: "a" }],
      }),
    ).toEqual([
      "coolDownTme is not an argument of the AS group: did you mean coolDownTime?",
      "coolDownTime is -1: expected an integer from 0 to 86400",
      "minInstanceNumber 3 is greater than maxInstanceNumber 2: minimum ≤ desired ≤ maximum",
      "networks[1].id repeats networks[0].id, a",
    ]);
  });

  it.each([null, undefined, "text", 3, []])("names the missing arguments when it is given %j", (news) => {
    const { inputs, failures } = check(null, news, 0);
    expect(inputs).toStrictEqual({ nameGeneration: 0 });
    expect(failures.map(({ property }) => property)).toEqual([
      "selfUrn",
      "scalingGroupName",
      "vpcId",
      "networks",
      "scalingConfigurationId",
    ]);
  });
});
