import * as pulumi from "@pulumi/pulumi";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { nextActions } from "../../../components/scheduled-scaling/next-actions";
import { ScheduledScaling } from "../../../components/scheduled-scaling/scheduled-scaling";
import type { ScheduledScalingArgs } from "../../../components/scheduled-scaling/scheduled-scaling-args";
import { declaredBy, optionsOfChildren, valueOf, withoutEngine } from "../support/mocks";

const NOW = new Date("2026-11-25T12:00:00Z");
const GROUP = "62c26ad7-473d-40e2-8f27-a7bae44f4524";

const args: ScheduledScalingArgs = {
  scalingGroupId: GROUP,
  timeZone: "Europe/Berlin",
  timetable: [
    { name: "morning", at: "00:30", days: "weekdays", desireInstanceNumber: 12 },
    { at: "20:00", desireInstanceNumber: 3 },
  ],
  exceptions: [{ from: "2026-12-24", timetable: [{ at: "10:00", desireInstanceNumber: 5 }] }],
  until: "2027-04-30",
};

const policies = async (given: ScheduledScalingArgs) => {
  const declared = await declaredBy(() => new ScheduledScaling("hours", given));
  return Object.fromEntries(
    declared.filter(({ type }) => type.endsWith("AsPolicy")).map((policy) => [policy.name, policy.args]),
  );
};

beforeAll(withoutEngine);
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});
afterAll(() => {
  vi.useRealTimers();
});

describe("a scheduled scaling", () => {
  it("declares a policy in UTC for each entry, change of clocks and exception, and leaves out what is over", async () => {
    const declared = await policies(args);
    expect(
      Object.fromEntries(Object.entries(declared).map(([name, one]) => [name, one["scheduledPolicy"]])),
    ).toEqual({
      "hours-morning-2026-10-26": {
        launchTime: "23:30",
        recurrenceType: "Weekly",
        recurrenceValue: "1,2,3,4,5",
        startTime: "2026-10-25T23:29Z",
        endTime: "2026-12-22T23:31Z",
      },
      "hours-morning-2026-12-25": {
        launchTime: "23:30",
        recurrenceType: "Weekly",
        recurrenceValue: "1,2,3,4,5",
        startTime: "2026-12-24T23:29Z",
        endTime: "2027-03-25T23:31Z",
      },
      "hours-morning-2027-03-29": {
        launchTime: "22:30",
        recurrenceType: "Weekly",
        recurrenceValue: "1,2,3,4,5",
        startTime: "2027-03-28T22:29Z",
        endTime: "2027-04-29T22:31Z",
      },
      "hours-2000-daily-2026-10-26": {
        launchTime: "19:00",
        recurrenceType: "Daily",
        startTime: "2026-10-25T18:59Z",
        endTime: "2026-12-23T19:01Z",
      },
      "hours-2000-daily-2026-12-25": {
        launchTime: "19:00",
        recurrenceType: "Daily",
        startTime: "2026-12-25T18:59Z",
        endTime: "2027-03-27T19:01Z",
      },
      "hours-2000-daily-2027-03-29": {
        launchTime: "18:00",
        recurrenceType: "Daily",
        startTime: "2027-03-28T17:59Z",
        endTime: "2027-04-30T18:01Z",
      },
      "hours-2026-12-24-1000": { launchTime: "2026-12-24T09:00Z" },
    });
    expect(declared["hours-2026-12-24-1000"]).toMatchObject({
      scalingResourceId: GROUP,
      scalingPolicyType: "SCHEDULED",
      scalingPolicyAction: { operation: "SET", size: 5 },
      description: "5 instances at 10:00 in Europe/Berlin",
    });
  });

  it("begins a window at what the policy is named after, in whichever year it is planned", async () => {
    const windowIn = async (now: string) => {
      vi.setSystemTime(new Date(now));
      const declared = await policies({
        scalingGroupId: GROUP,
        timeZone: "UTC",
        timetable: [
          { name: "morning", at: "07:00", days: "weekdays", desireInstanceNumber: 9, from: "2025-05-01" },
        ],
        exceptions: [{ from: "2025-12-24", until: "2025-12-26" }],
        until: "2027-04-30",
      });
      return declared["hours-morning-2025-12-27"]?.["scheduledPolicy"];
    };
    const window = {
      launchTime: "07:00",
      recurrenceType: "Weekly",
      recurrenceValue: "2,3,4,5,6",
      startTime: "2025-12-27T06:59Z",
      endTime: "2027-04-30T07:01Z",
    };
    expect(await windowIn("2026-12-31T12:00Z")).toEqual(window);
    expect(await windowIn("2027-01-02T12:00Z")).toEqual(window);
  });

  it("makes the last of each month from single moments, for which AS has no recurrence", async () => {
    const declared = await policies({
      scalingGroupId: GROUP,
      timeZone: "UTC",
      timetable: [{ name: "bill", at: "06:00", daysOfMonth: ["last"], desireInstanceNumber: 9 }],
      until: "2027-01-31",
    });
    expect(Object.keys(declared)).toEqual([
      "hours-bill-2026-11-30",
      "hours-bill-2026-12-31",
      "hours-bill-2027-01-31",
    ]);
  });

  it("tells what happens next, through exceptions and until when it is planned", async () => {
    let hours: ScheduledScaling | undefined;
    await declaredBy(() => {
      hours = new ScheduledScaling("hours", args);
    });
    expect(hours?.nextActions(2, new Date("2026-12-23T18:00Z"))).toEqual([
      {
        at: "2026-12-23T19:00Z",
        local: "2026-12-23T20:00+01:00",
        desireInstanceNumber: 3,
        entry: "2000-daily",
      },
      {
        at: "2026-12-24T09:00Z",
        local: "2026-12-24T10:00+01:00",
        desireInstanceNumber: 5,
        entry: "2026-12-24-1000",
      },
    ]);
    expect(await valueOf(hours?.plannedUntil ?? pulumi.output(""))).toBe("2027-04-30");
  });

  it("is planned until the end of next year when the program gives no date", () => {
    const { exceptions, until, ...endless } = args;
    expect(exceptions).toHaveLength(1);
    expect(until).toBe("2027-04-30");
    expect(nextActions(endless, 10_000, NOW).at(-1)?.local).toBe("2027-12-31T20:00+01:00");
  });

  it("leaves its policies unprotected, so that they can be deleted when they are over, unless a transform says otherwise", async () => {
    const protectionOf = async (given: ScheduledScalingArgs) => {
      const { options, transformations } = optionsOfChildren();
      await declaredBy(() => new ScheduledScaling("hours", given, { protect: true, transformations }));
      return options.get("hours-2026-12-24-1000")?.protect;
    };
    expect(await protectionOf(args)).toBe(false);
    const transform: ScheduledScalingArgs["transform"] = ({ options }) => ({
      options: { ...options, protect: true },
    });
    expect(await protectionOf({ ...args, transform })).toBe(true);
  });

  it.each<[string, Partial<ScheduledScalingArgs>]>([
    ["the last date", { until: "2026-11-23" }],
    [
      "every date of the entries",
      {
        timetable: [{ at: "07:00", daysOfMonth: [31], until: "2026-11-23", desireInstanceNumber: 1 }],
        exceptions: [],
      },
    ],
  ])("has no policies when %s has passed, and says so on its row", async (_, over) => {
    const warn = vi.spyOn(pulumi.log, "warn").mockResolvedValue();
    let hours: ScheduledScaling | undefined;
    const declared = await declaredBy(() => {
      hours = new ScheduledScaling("hours", { ...args, ...over });
    });
    expect(declared.map(({ name }) => name)).toEqual(["hours"]);
    expect(hours?.nextActions(1)).toEqual([]);
    expect(warn.mock.calls).toEqual([
      [
        `nothing is planned any more until ${over.until ?? "2027-04-30"}, and the number of instances stays as it is: ` +
          "give entries that are not over and a later until, or take hours out of the program",
        hours,
      ],
    ]);
    warn.mockClear();
    await declaredBy(() => new ScheduledScaling("hours", args));
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it.each<[string, Partial<ScheduledScalingArgs>, string]>([
    ["a zone is unknown", { timeZone: "Mars/Olympus" }, 'timeZone is "Mars/Olympus"'],
    [
      "a time is none",
      { timetable: [{ at: "25:00", desireInstanceNumber: 1 }] },
      'timetable[0].at is "25:00"',
    ],
    [
      "two entries coincide",
      {
        timetable: [
          { at: "07:00", days: "weekdays", desireInstanceNumber: 1 },
          { at: "07:00", days: "monday", desireInstanceNumber: 2 },
        ],
      },
      "0700-weekdays and 0700-monday at the same moment, first at 2026-11-30T07:00+01:00",
    ],
    [
      "a number is above the maximum",
      { maxInstanceNumber: 10 },
      "timetable[0].desireInstanceNumber is 12: above",
    ],
    ["the quota does not do", { maxPolicies: 6 }, "maxPolicies is 6, but the timetable needs 7 policies"],
    [
      "the end is too far",
      { until: "2037-01-01" },
      "until is 2037-01-01: expected 2036-12-31 or an earlier date",
    ],
    [
      "exceptions share a date",
      { exceptions: [{ from: "2026-12-24", until: "2026-12-26" }, { from: "2026-12-25" }] },
      "exceptions[1] shares a date with exceptions[0]",
    ],
    [
      "an entry has no day among its dates",
      {
        timetable: [
          {
            at: "07:00",
            daysOfMonth: [31],
            from: "2027-02-01",
            until: "2027-02-28",
            desireInstanceNumber: 1,
          },
        ],
      },
      "timetable[0] never applies from 2027-02-01 to 2027-02-28: none of its days is among them",
    ],
    [
      "exceptions take every day of an entry",
      {
        timetable: [{ at: "07:00", from: "2026-12-24", until: "2026-12-25", desireInstanceNumber: 1 }],
        exceptions: [{ from: "2026-12-24", until: "2026-12-26" }],
      },
      "timetable[0] never applies from 2026-12-24 to 2026-12-25: exceptions take all of its days",
    ],
  ])("is refused when %s", (_, wrong, reason) => {
    expect(() => new ScheduledScaling("hours", { ...args, ...wrong })).toThrow(reason);
  });
});
