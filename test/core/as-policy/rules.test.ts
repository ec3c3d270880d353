import { describe, expect, it } from "vitest";
import { type AsPolicyArguments, asPolicyTable } from "../../../provider/core/as-policy/arguments";
import { checkAsPolicyRules } from "../../../provider/core/as-policy/rules";

type Values = Partial<AsPolicyArguments>;

const { names } = asPolicyTable;

const reasons = (values: Values, known: readonly string[] = names): readonly string[] =>
  checkAsPolicyRules(known, { scalingResourceType: "SCALING_GROUP", ...values }).map(({ reason }) => reason);

const END = "2027-12-31T00:00Z";
const ALARM: Values = { scalingPolicyType: "ALARM", alarmId: "al1700000000001abcDEF12Z" };
const SCHEDULED: Values = {
  scalingPolicyType: "SCHEDULED",
  scheduledPolicy: { launchTime: "2020-01-01T00:00Z" },
};

describe("the trigger of a policy", () => {
  it("is sound: an alarm, a moment even if it has passed, every kind of recurrence even if it has ended", () => {
    const recurrences = [
      { launchTime: "20:00", recurrenceType: "Daily", endTime: END },
      { launchTime: "20:00", recurrenceType: "Weekly", recurrenceValue: "1,7", endTime: "2020-01-01T00:00Z" },
      {
        launchTime: "00:00",
        recurrenceType: "Monthly",
        recurrenceValue: "31",
        startTime: "2026-01-01T00:00Z",
        endTime: END,
      },
    ] as const;
    const triggers: readonly Values[] = [
      ALARM,
      SCHEDULED,
      ...recurrences.map((scheduledPolicy): Values => ({ scalingPolicyType: "RECURRENCE", scheduledPolicy })),
    ];
    expect(triggers.flatMap((trigger) => reasons(trigger))).toEqual([]);
  });

  it.each([
    [
      { scalingPolicyType: "ALARM" },
      "alarmId is missing: expected the id of a Cloud Eye alarm rule, because scalingPolicyType is ALARM",
    ],
    [
      { ...SCHEDULED, ...ALARM },
      "scheduledPolicy has no effect when scalingPolicyType is ALARM: leave it out",
    ],
    [{ ...ALARM, ...SCHEDULED }, "alarmId has no effect when scalingPolicyType is SCHEDULED: leave it out"],
    [
      { scalingPolicyType: "RECURRENCE" },
      "scheduledPolicy is missing: expected an object with launchTime, because scalingPolicyType is RECURRENCE",
    ],
  ] as const)("%# lacks what its type needs, or has what it ignores", (values, reason) => {
    expect(reasons(values)).toEqual([reason]);
  });

  it("is not judged while a part of it is unknown", () => {
    const without = (name: string) => names.filter((known) => known !== name);
    expect(reasons({ scalingPolicyType: "ALARM" }, without("alarmId"))).toEqual([]);
    expect(reasons({ scalingPolicyType: "SCHEDULED" }, without("scheduledPolicy"))).toEqual([]);
    expect(reasons({ alarmId: "x", ...SCHEDULED }, without("scalingPolicyType"))).toEqual([]);
  });
});

describe("the schedule of a SCHEDULED policy", () => {
  it("is a moment and nothing else", () => {
    expect(
      reasons({
        scalingPolicyType: "SCHEDULED",
        scheduledPolicy: { launchTime: "20:00", recurrenceType: "Daily", endTime: END },
      }),
    ).toEqual([
      'scheduledPolicy.launchTime is "20:00": expected a moment such as 2026-12-24T18:00Z, because scalingPolicyType is SCHEDULED',
      "scheduledPolicy.recurrenceType means something only when scalingPolicyType is RECURRENCE: leave it out",
      "scheduledPolicy.endTime means something only when scalingPolicyType is RECURRENCE: leave it out",
    ]);
  });
});

describe("the schedule of a RECURRENCE policy", () => {
  const recurrence = (scheduledPolicy: Values["scheduledPolicy"]): readonly string[] =>
    reasons({ scalingPolicyType: "RECURRENCE", ...(scheduledPolicy && { scheduledPolicy }) });

  it("needs a time of day, a recurrence type and an end, and says all of it at once", () => {
    expect(recurrence({ launchTime: "2026-12-24T18:00Z" })).toEqual([
      'scheduledPolicy.launchTime is "2026-12-24T18:00Z": expected a time of day such as 18:00, because scalingPolicyType is RECURRENCE',
      "scheduledPolicy.recurrenceType is missing: expected one of Daily, Weekly, Monthly, because scalingPolicyType is RECURRENCE",
      "scheduledPolicy.endTime is missing: expected a moment such as 2026-12-24T18:00Z, because scalingPolicyType is RECURRENCE",
    ]);
  });

  it.each([
    [
      { recurrenceType: "Weekly" },
      "is missing: expected days from 1 (Sunday) to 7 (Saturday), because recurrenceType is Weekly",
    ],
    [
      { recurrenceType: "Weekly", recurrenceValue: "1,8" },
      'is "1,8": expected days from 1 (Sunday) to 7 (Saturday), because recurrenceType is Weekly',
    ],
    [
      { recurrenceType: "Monthly", recurrenceValue: "0" },
      'is "0": expected days from 1 to 31, because recurrenceType is Monthly',
    ],
    [
      { recurrenceType: "Monthly", recurrenceValue: "32" },
      'is "32": expected days from 1 to 31, because recurrenceType is Monthly',
    ],
    [
      { recurrenceType: "Daily", recurrenceValue: "1" },
      "means nothing when recurrenceType is Daily: leave it out",
    ],
  ] as const)("has days that belong to its type: %j", (changes, rest) => {
    expect(recurrence({ launchTime: "20:00", endTime: END, ...changes })).toEqual([
      `scheduledPolicy.recurrenceValue ${rest}`,
    ]);
  });

  it("begins before it ends, and acts at least once between", () => {
    const daily = { launchTime: "20:00", recurrenceType: "Daily", endTime: "2026-12-02T19:00Z" } as const;
    expect(recurrence({ ...daily, startTime: "2026-12-02T19:00Z" })).toEqual([
      "scheduledPolicy.startTime 2026-12-02T19:00Z is not before endTime 2026-12-02T19:00Z",
    ]);
    expect(recurrence({ ...daily, startTime: "2026-12-01T21:00Z" })).toEqual([
      "scheduledPolicy.launchTime 20:00 never comes between startTime 2026-12-01T21:00Z and endTime 2026-12-02T19:00Z",
    ]);
    expect(recurrence({ ...daily, startTime: "2026-12-01T19:00Z" })).toEqual([]);
  });
});

describe("the action of a policy", () => {
  const action = (
    scalingPolicyAction: NonNullable<Values["scalingPolicyAction"]>,
    more: Values = {},
  ): readonly string[] => reasons({ ...ALARM, scalingPolicyAction, ...more });

  const onBandwidth = (scalingPolicyAction: NonNullable<Values["scalingPolicyAction"]>) =>
    action(scalingPolicyAction, { scalingResourceType: "BANDWIDTH" });

  it("is sound for a group", () => {
    expect(
      (
        [
          {},
          { operation: "REMOVE", size: 300 },
          { operation: "REDUCE", percentage: 20_000 },
          { operation: "SET", size: 0 },
          { operation: "SET", percentage: 0 },
        ] as const
      ).flatMap((each) => action(each)),
    ).toEqual([]);
  });

  it("is sound for a bandwidth", () => {
    expect(
      (
        [
          {},
          { operation: "ADD", size: 300, limits: 500 },
          { operation: "REDUCE", size: 1, limits: 1 },
          { operation: "SET", size: 5 },
        ] as const
      ).flatMap((each) => onBandwidth(each)),
    ).toEqual([]);
  });

  it.each([
    [{ size: 1, percentage: 1 }, "percentage and size are both given: only one of them is allowed"],
    [{ size: 0 }, "size is 0, which only operation SET allows: it is ADD"],
    [
      { operation: "REMOVE", percentage: 0 },
      "percentage is 0, which only operation SET allows: it is REMOVE",
    ],
    [
      { limits: 5 },
      "limits is for bandwidths only: an AS group stays between its minInstanceNumber and maxInstanceNumber",
    ],
  ] as const)("of a group is not %j", (each, rest) => {
    expect(action(each)).toEqual([`scalingPolicyAction.${rest}`]);
  });

  it.each([
    [
      { operation: "REMOVE" },
      "operation is REMOVE: expected ADD, REDUCE or SET, because scalingResourceType is BANDWIDTH",
    ],
    [{ percentage: 10 }, "percentage is for AS groups only: give size in Mbit/s to scale a bandwidth"],
    [
      { operation: "SET", size: 0 },
      "size is 0: expected 1 to 300 Mbit/s, because scalingResourceType is BANDWIDTH",
    ],
    [
      { operation: "SET", size: 5, limits: 9 },
      "limits means something only with operation ADD or REDUCE: leave it out",
    ],
  ] as const)("of a bandwidth is not %j", (each, rest) => {
    expect(onBandwidth(each)).toEqual([`scalingPolicyAction.${rest}`]);
  });

  it("is not held against a kind of resource that is unknown", () => {
    const known = names.filter((name) => name !== "scalingResourceType");
    expect(reasons({ ...ALARM, scalingPolicyAction: { limits: 5 } }, known)).toEqual([]);
  });
});
