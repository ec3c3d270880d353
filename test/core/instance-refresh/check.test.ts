import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { decodeArguments } from "../../../provider/core/as-group/arguments";
import { check } from "../../../provider/core/as-group/check";
import { refreshTable } from "../../../provider/core/instance-refresh/arguments";
import { checkRefresh } from "../../../provider/core/instance-refresh/check";
import { UNKNOWN } from "../../../provider/core/unknown";
import { least as leastGroup } from "../../support/program-arguments";

const URN = "urn:pulumi:prod::shop::pulumi-nodejs:dynamic/otc:InstanceRefresh::web";
const least = (more: object = {}) => ({ selfUrn: URN, scalingGroupId: "group-a", ...more });

const all = least({
  triggers: { configuration: "config-a", salt: 3 },
  maxSurge: 2,
  minHealthyPercentage: 90,
  pauseBetweenBatches: "30s",
  skipMatching: false,
  protectedInstances: "release",
  timeout: "2h",
});

const reasons = (more: object): readonly string[] =>
  checkRefresh(least(more)).failures.map(({ reason }) => reason);

describe("the check of an instance refresh", () => {
  it("finds nothing wrong with the least and with all arguments, and fills in no default", () => {
    expect(checkRefresh(least())).toStrictEqual({ inputs: least(), failures: [] });
    expect(checkRefresh({ ...all, __provider: "code", timeout: null }).failures).toEqual([]);
    expect(checkRefresh(all)).toStrictEqual({ inputs: all, failures: [] });
  });

  it.each([
    ["scalingGroupId", " ", 'scalingGroupId is " ": expected the id of an AS group'],
    ["scalingGroupId", null, "scalingGroupId is missing: expected the id of an AS group"],
    ["maxSurge", -1, "maxSurge is -1: expected an integer from 0 to 100"],
    ["maxSurge", 101, "maxSurge is 101: expected an integer from 0 to 100"],
    ["minHealthyPercentage", 101, "minHealthyPercentage is 101: expected an integer from 0 to 100"],
    ["minHealthyPercentage", 0.5, "minHealthyPercentage is 0.5: expected an integer from 0 to 100"],
    ["skipMatching", "no", 'skipMatching is "no": expected true or false'],
    ["protectedInstances", "keep", 'protectedInstances is "keep": expected one of stop, release'],
    [
      "timeout",
      0,
      'timeout is 0: expected a duration such as "90s", "60m" or "1h30m", or seconds, from 1 second to 24 hours',
    ],
    [
      "pauseBetweenBatches",
      "soon",
      'pauseBetweenBatches is "soon": expected a duration such as "90s", "15m" or "1h30m", or seconds, from 0 to 24 hours',
    ],
    ["triggers", "secret", "triggers is text of 6 characters: expected an object of any values"],
    ["trigger", {}, "trigger is not an argument of the instance refresh: did you mean triggers?"],
    [
      "replacedInstanceNumber",
      1,
      "replacedInstanceNumber is an output of the instance refresh and cannot be given as an argument",
    ],
  ])("refuses %s %j", (name, value, reason) => {
    expect(reasons({ [name]: value })).toEqual([reason]);
  });

  it("refuses a manner in which nothing can be replaced", () => {
    const reason = "minHealthyPercentage must be below 100 when maxSurge is 0: nothing could be replaced";
    expect(reasons({ maxSurge: 0 })).toEqual([reason]);
    expect(reasons({ maxSurge: 0, minHealthyPercentage: 100 })).toEqual([reason]);
    expect(reasons({ maxSurge: 0, minHealthyPercentage: 99 })).toEqual([]);
  });

  it("does not look at what is not known yet", () => {
    expect(reasons({ maxSurge: 0, minHealthyPercentage: UNKNOWN })).toEqual([]);
    expect(reasons({ maxSurge: UNKNOWN, scalingGroupId: UNKNOWN, triggers: { a: UNKNOWN } })).toEqual([]);
  });
});

describe("the arguments of an instance refresh", () => {
  const defaults = {
    maxSurge: 1,
    minHealthyPercentage: 100,
    pauseBetweenBatches: 0,
    skipMatching: true,
    protectedInstances: "stop",
    timeout: 3600,
  };

  it("are read with their defaults", () => {
    expect(refreshTable.decode(least())).toEqual(E.right(least(defaults)));
    expect(refreshTable.decode(all)).toEqual(E.right({ ...all, pauseBetweenBatches: 30, timeout: 7200 }));
  });

  it("are named where they cannot be read", () => {
    const read = refreshTable.decode(least({ maxSurge: "2" }));
    expect(E.isLeft(read) && read.left).toEqual({
      _tag: "Malformed",
      what: "arguments",
      mismatches: [{ path: "maxSurge", expected: "an integer from 0 to 100" }],
    });
  });

  it("are known at preview unless they hold an unknown", () => {
    const known = refreshTable.known(least({ triggers: { a: UNKNOWN }, timeout: UNKNOWN }));
    const { timeout: _, ...rest } = defaults;
    expect(known).toEqual(E.right({ known: least(rest), unknown: ["triggers", "timeout"] }));
  });

  it("are read one by one from an old state", () => {
    expect(refreshTable.readable({ scalingGroupId: "group-a", maxSurge: "broken" })).toMatchObject({
      scalingGroupId: "group-a",
      timeout: 3600,
    });
  });
});

describe("refreshOnConfigurationChange", () => {
  const decoded = (value: unknown) => {
    const program = leastGroup({ refreshOnConfigurationChange: value });
    const read = decodeArguments(check({}, program, 0).inputs);
    return E.isRight(read) ? read.right.refreshOnConfigurationChange : read.left;
  };
  const failures = (value: unknown): readonly string[] =>
    check({}, leastGroup({ refreshOnConfigurationChange: value }), 0).failures.map(({ reason }) => reason);

  it("is false by default, true for the defaults, or an object that says how", () => {
    expect(decoded(undefined)).toBe(false);
    expect(decoded(false)).toBe(false);
    expect(decoded(true)).toMatchObject({ maxSurge: 1, skipMatching: true });
    expect(decoded({ maxSurge: 3, timeout: "90m" })).toMatchObject({ maxSurge: 3, timeout: 5400 });
  });

  it("is refused where nothing could be replaced, or where a member is wrong", () => {
    const expected =
      "true, false, or an object with maxSurge, minHealthyPercentage, pauseBetweenBatches, protectedInstances, timeout; " +
      "minHealthyPercentage below 100 when maxSurge is 0";
    expect(failures({ maxSurge: 0 })).toEqual([
      `refreshOnConfigurationChange is an object: expected ${expected}`,
    ]);
    expect(failures("yes")).toEqual([`refreshOnConfigurationChange is "yes": expected ${expected}`]);
    expect(failures({ maxSurge: -1 })).toEqual([
      "refreshOnConfigurationChange.maxSurge is -1: expected an integer from 0 to 100",
    ]);
    expect(failures({ maxSurges: 1 })).toEqual([
      "refreshOnConfigurationChange.maxSurges is not a member of refreshOnConfigurationChange: did you mean maxSurge?",
    ]);
  });
});
