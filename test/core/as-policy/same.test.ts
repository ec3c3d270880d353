import { describe, expect, it } from "vitest";
import { sameAction, sameSchedule } from "../../../provider/core/as-policy/same";

describe("an action", () => {
  it.each([
    [
      "REMOVE, which is read back as REDUCE",
      { operation: "REMOVE", size: 2 },
      { operation: "REDUCE", size: 2 },
    ],
    [
      "REDUCE, which version 1 reads as REMOVE",
      { operation: "REDUCE", size: 2 },
      { operation: "REMOVE", size: 2 },
    ],
    ["nothing, which means ADD 1", {}, { operation: "ADD", size: 1 }],
    ["no amount, which means 1", { operation: "SET" }, { operation: "SET", size: 1 }],
    ["a percentage beside a size of zero", { percentage: 50 }, { operation: "ADD", size: 0, percentage: 50 }],
    ["a size beside a percentage of zero", { size: 3 }, { operation: "ADD", size: 3, percentage: 0 }],
    ["limits of zero, which are none", { size: 3 }, { operation: "ADD", size: 3, limits: 0 }],
    ["SET 0", { operation: "SET", size: 0 }, { operation: "SET", size: 0 }],
    ["SET 0 percent", { operation: "SET", percentage: 0 }, { operation: "SET", percentage: 0 }],
  ] as const)("is the same with %s", (_, wanted, live) => {
    expect(sameAction(wanted, live)).toBe(true);
  });

  it.each([
    ["another operation", { operation: "ADD", size: 2 }, { operation: "REDUCE", size: 2 }],
    ["another size", { size: 2 }, { operation: "ADD", size: 3 }],
    ["a percentage in the place of a size", { size: 50 }, { operation: "ADD", percentage: 50 }],
    ["a size in the place of a percentage", { percentage: 50 }, { operation: "ADD", size: 50 }],
    ["limits that nobody wants", { size: 1 }, { operation: "ADD", size: 1, limits: 10 }],
    ["no limits", { size: 1, limits: 10 }, { operation: "ADD", size: 1 }],
    ["SET 1 in the place of SET 0", { operation: "SET", size: 0 }, { operation: "SET", size: 1 }],
  ] as const)("is another one with %s", (_, wanted, live) => {
    expect(sameAction(wanted, live)).toBe(false);
  });
});

describe("a schedule", () => {
  const weekly = {
    launchTime: "20:00",
    recurrenceType: "Weekly" as const,
    recurrenceValue: "1,7",
    startTime: "2026-11-24T10:00Z",
    endTime: "2027-01-01T00:00Z",
  };
  const { startTime: _, ...withoutStart } = weekly;

  it("is the same whatever the order of its days, and whenever it began unless the program says so", () => {
    expect(sameSchedule(weekly, weekly)).toBe(true);
    expect(sameSchedule(weekly, { ...weekly, recurrenceValue: "07,1" })).toBe(true);
    expect(sameSchedule(withoutStart, weekly)).toBe(true);
    expect(sameSchedule(withoutStart, weekly, weekly)).toBe(false);
    expect(sameSchedule(withoutStart, weekly, { ...weekly, startTime: "2026-01-01T00:00Z" })).toBe(true);
    expect(sameSchedule(withoutStart, weekly, withoutStart)).toBe(true);
    expect(sameSchedule(weekly, { ...weekly, startTime: "2026-11-24T10:01Z" })).toBe(false);
    expect(sameSchedule(weekly, withoutStart)).toBe(false);
  });

  it("has no days when it is daily, whatever the service has kept", () => {
    const daily = { launchTime: "20:00", recurrenceType: "Daily" as const, endTime: weekly.endTime };
    expect(sameSchedule(daily, { ...weekly, recurrenceType: "Daily" })).toBe(true);
  });

  it.each([
    ["launchTime", { launchTime: "20:01" }],
    ["recurrenceType", { recurrenceType: "Monthly" as const }],
    ["recurrenceValue", { recurrenceValue: "1" }],
    ["endTime", { endTime: "2027-01-02T00:00Z" }],
  ])("differs in %s", (_, changes) => {
    expect(sameSchedule(weekly, { ...weekly, ...changes })).toBe(false);
  });

  it("is not there when the live policy has none", () => {
    expect(sameSchedule({ launchTime: "2026-12-24T18:00Z" }, undefined)).toBe(false);
    expect(sameSchedule({ launchTime: "2026-12-24T18:00Z" }, { launchTime: "2026-12-24T18:00Z" })).toBe(true);
  });
});
