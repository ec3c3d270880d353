import { describe, expect, it } from "vitest";
import { checkResource } from "../../../provider/core/resource/check";
import { UNKNOWN } from "../../../provider/core/unknown";
import { asPolicyKind } from "../../../provider/service/as-policy/kind";
import type { Args } from "../../e2e/support/group-args";
import { ALARM, END } from "./support";

const least = (more: Args = {}): Args => ({
  selfUrn: "urn:pulumi:prod::shop::pulumi-nodejs:dynamic/otc:AsPolicy::out",
  scalingResourceId: "group-a",
  scalingPolicyType: "ALARM",
  alarmId: ALARM,
  ...more,
});

const daily = (schedule: Args): Args =>
  least({
    scalingPolicyType: "RECURRENCE",
    alarmId: undefined,
    scheduledPolicy: { launchTime: "20:00", recurrenceType: "Daily", endTime: END, ...schedule },
  });

const reasons = (args: Args): readonly string[] =>
  checkResource(asPolicyKind, {}, args, 0).failures.map(({ reason }) => reason);

const MOMENT = "a moment in UTC such as 2026-12-24T18:00Z";

describe("the check of an AS policy", () => {
  it("finds nothing wrong with the least arguments, and fills in nothing but a name", () => {
    const { inputs, failures } = checkResource(asPolicyKind, {}, least(), 0);
    expect(failures).toEqual([]);
    expect(inputs).toEqual({
      ...least(),
      nameGeneration: 0,
      scalingPolicyName: expect.stringMatching(/^out-[0-9a-f]{7}$/) as string,
    });
  });

  it("finds nothing wrong with all arguments", () => {
    expect(
      reasons({
        ...daily({ recurrenceType: "Monthly", recurrenceValue: "31", startTime: "2026-01-01T00:00Z" }),
        scalingPolicyName: "A-z_9",
        scalingResourceType: "SCALING_GROUP",
        scalingPolicyAction: { operation: "SET", size: 0 },
        coolDownTime: 86_400,
        description: "d",
        enabled: false,
        timeouts: { create: "1m", update: 0, delete: "1h" },
        adoptId: "policy-a",
        __provider: "code",
      }),
    ).toEqual([]);
  });

  it.each([
    ["scalingPolicyName", "a b", 'is "a b": expected 1 to 64 characters of A-Z a-z 0-9 _ -'],
    ["scalingResourceId", " ", 'is " ": expected the id of an AS group or of a bandwidth'],
    ["scalingResourceType", "group", 'is "group": expected one of SCALING_GROUP, BANDWIDTH'],
    ["alarmId", "al1", 'is "al1": expected the id of a Cloud Eye alarm rule: al and 22 letters or digits'],
    ["coolDownTime", 86_401, "is 86401: expected an integer from 0 to 86400"],
    ["coolDownTime", -1, "is -1: expected an integer from 0 to 86400"],
    ["description", "", "is text of 0 characters: expected text of 1 to 256 characters"],
    ["description", "x".repeat(257), "is text of 257 characters: expected text of 1 to 256 characters"],
    ["enabled", "no", 'is "no": expected true or false'],
  ])("says of %s what was received and what is allowed: %j", (name, value, rest) => {
    expect(reasons(least({ [name]: value }))).toEqual([`${name} ${rest}`]);
  });

  it("says that the type is missing, and holds nothing else against it", () => {
    expect(reasons(least({ scalingPolicyType: undefined }))).toEqual([
      "scalingPolicyType is missing: expected one of ALARM, SCHEDULED, RECURRENCE",
    ]);
  });

  it.each([
    ["size", 301, "is 301: expected an integer from 0 to 300"],
    ["percentage", 20_001, "is 20001: expected an integer from 0 to 20000"],
    ["limits", 0, "is 0: expected a bandwidth in Mbit/s: an integer of at least 1"],
    ["operation", "add", 'is "add": expected one of ADD, REMOVE, REDUCE, SET'],
  ])("reads the action member by member: %s %j", (name, value, rest) => {
    expect(reasons(least({ scalingPolicyAction: { [name]: value } }))).toEqual([
      `scalingPolicyAction.${name} ${rest}`,
    ]);
  });

  it.each([
    ["startTime", "2026-02-30T00:00Z", `is "2026-02-30T00:00Z": expected ${MOMENT}`],
    ["endTime", "2026-12-24T18:00:00Z", `is "2026-12-24T18:00:00Z": expected ${MOMENT}`],
    ["recurrenceType", "daily", 'is "daily": expected one of Daily, Weekly, Monthly'],
    [
      "recurrenceValue",
      "1, 3",
      'is "1, 3": expected days separated by commas and nothing else, such as 1,3,5',
    ],
    [
      "launchTime",
      "8pm",
      `is "8pm": expected ${MOMENT}, or of a periodic policy a time of day in UTC such as 18:00`,
    ],
  ])("reads the schedule member by member: %s %j", (name, value, rest) => {
    expect(reasons(daily({ [name]: value }))).toEqual([`scheduledPolicy.${name} ${rest}`]);
  });

  it.each([
    [{ cooldown: 3 }, "cooldown is not an argument of the AS policy: did you mean coolDownTime?"],
    [
      { policyStatus: "PAUSED" },
      "policyStatus is an output of the AS policy and cannot be given as an argument",
    ],
    [
      { scalingPolicyAction: { instanceSize: 3 } },
      "scalingPolicyAction.instanceSize is not a member of scalingPolicyAction: expected one of operation, size, percentage, limits",
    ],
    [
      { scalingPolicyAction: { opration: "SET" } },
      "scalingPolicyAction.opration is not a member of scalingPolicyAction: did you mean operation?",
    ],
  ])("knows what is no argument: %j", (more, reason) => {
    expect(reasons(least(more))).toEqual([reason]);
  });

  it("leaves alone what is not known yet", () => {
    expect(
      reasons(
        least({
          scalingResourceId: UNKNOWN,
          alarmId: UNKNOWN,
          scalingPolicyAction: { size: UNKNOWN, percentage: 5 },
        }),
      ),
    ).toEqual([]);
    expect(reasons(daily({ endTime: UNKNOWN, launchTime: "never" }))).toHaveLength(1);
  });
});
