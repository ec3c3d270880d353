import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { nextActions } from "../../../../components/scheduled-scaling/next-actions";
import type { Timetable } from "../../../../components/scheduled-scaling/plan/timetable";
import { ScheduledScaling } from "../../../../components/scheduled-scaling/scheduled-scaling";
import type { ScheduledScalingArgs } from "../../../../components/scheduled-scaling/scheduled-scaling-args";
import { withoutEngine } from "../../support/mocks";

const args: ScheduledScalingArgs = {
  scalingGroupId: "web-id",
  timeZone: "Europe/Berlin",
  timetable: [{ at: "20:00", desireInstanceNumber: 3 }],
};

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "nothing was thrown";
}

beforeAll(withoutEngine);

describe("a scheduled scaling", () => {
  /** What a program in JavaScript may write. */
  const later = pulumi.output("Europe/Berlin");
  const entry = { at: "07:00", desireInstanceNumber: 1 };
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    [
      "names that nobody knows",
      {
        exception: [],
        timetable: [{ ...entry, day: "monday" }],
        exceptions: [{ untill: "2026-12-24", from: "2026-12-24", timetable: [{ ...entry, days: "daily" }] }],
      },
      [
        "exception is not an argument of ScheduledScaling: did you mean exceptions?",
        "timetable[0].day is not a member of timetable[0]: did you mean days?",
        "exceptions[0].untill is not a member of exceptions[0]: did you mean until?",
        "exceptions[0].timetable[0].days is not a member of exceptions[0].timetable[0]: expected one of at, desireInstanceNumber",
      ],
    ],
    [
      "holes in lists",
      { timetable: [null], exceptions: [null] },
      [
        "timetable[0] is missing: expected an object with at and desireInstanceNumber",
        "exceptions[0] is missing: expected an object with from",
      ],
    ],
    [
      "values of another type",
      {
        timetable: [{ at: 7, desireInstanceNumber: "1", days: ["funday"], daysOfMonth: 31, name: {} }],
        exceptions: [{ from: "2026-12-24", timetable: "07:00" }],
        until: 2027,
        minInstanceNumber: "1",
        maxInstanceNumber: "10",
        coolDownTime: -1,
        enabled: "no",
        maxPolicies: 0,
      },
      [
        'minInstanceNumber is "1": expected an integer from 0 to 300',
        'maxInstanceNumber is "10": expected an integer from 0 to 300',
        "coolDownTime is -1: expected an integer from 0 to 86400",
        'enabled is "no": expected true or false',
        "maxPolicies is 0: expected an integer of at least 1",
        "timetable[0].at is 7: expected a time of day from 00:00 to 23:59, such as 07:00",
        'timetable[0].desireInstanceNumber is "1": expected an integer from 0 to 300',
        "timetable[0].name is an object: expected 1 to 32 characters of A-Z a-z 0-9 _ -",
        'timetable[0].days[0] is "funday": expected one of sunday, monday, tuesday, wednesday, thursday, friday, saturday',
        'timetable[0].daysOfMonth is 31: expected a list of days from 1 to 31, or "last"',
        'exceptions[0].timetable is "07:00": expected a list of changes',
        "until is 2027: expected a date such as 2026-12-24",
      ],
    ],
    [
      "lists that are none, or empty",
      { timetable: [], exceptions: {} },
      [
        "timetable is a list of 0 entries: expected a list of at least one entry",
        "exceptions is an object: expected a list",
      ],
    ],
    [
      "outputs and promises where policies are made from them",
      {
        timeZone: later,
        timetable: [{ at: later, desireInstanceNumber: 1 }, later],
        exceptions: Promise.resolve([]),
        maxPolicies: later,
      },
      ["maxPolicies", "timeZone", "timetable[0].at", "timetable[1]", "exceptions"].map(
        (place) => `${place} is an output or a promise: it has to be known when the program runs`,
      ),
    ],
    [
      "everything left out",
      { timeZone: undefined, timetable: null, scalingGroupId: null, exceptions: null, until: null },
      [
        "scalingGroupId is missing: expected the id of an AS group",
        "timeZone is missing: expected a time zone of the IANA data base, such as Europe/Berlin",
        "timetable is missing: expected a list of at least one entry",
      ],
    ],
  ])("is refused for %s, with every one of them", (_, wrong, reasons) => {
    const given = { ...args, ...wrong };
    const message = ["ScheduledScaling hours cannot be declared:", ...reasons].join("\n  ");
    expect(messageOf(() => new ScheduledScaling("hours", given))).toBe(message);
  });

  it("is refused without arguments, and so is a look ahead without entries", () => {
    expect(() => new ScheduledScaling("hours", undefined as unknown as ScheduledScalingArgs)).toThrow(
      "scalingGroupId is missing",
    );
    expect(() => nextActions({ timeZone: "UTC" } as unknown as Timetable, 1)).toThrow(
      "the timetable cannot be followed:\n  timetable is missing",
    );
  });
});
