import { describe, expect, it } from "vitest";
import { readArguments } from "../../../provider/core/lookup/arguments";
import { asGroupArguments, asGroupsArguments } from "../../../provider/core/lookup/as-group";
import { asInstancesArguments } from "../../../provider/core/lookup/as-instance";
import { scalingActionsArguments } from "../../../provider/core/lookup/scaling-action";
import { left, right } from "../../api/support/either";

describe("arguments of a look-up", () => {
  it("are read without those that are not given", () => {
    const given = { scalingGroupId: "g", healthStatus: undefined, protectFromScalingDown: false };
    expect(right(readArguments("getAsInstances", asInstancesArguments, given))).toStrictEqual({
      scalingGroupId: "g",
      protectFromScalingDown: false,
    });
    expect(right(readArguments("getAsGroups", asGroupsArguments, undefined))).toStrictEqual({});
  });

  it("are refused all at once, with what was probably meant", () => {
    const given = { groupId: "g", healthStatus: "GOOD", protectFromScalingDown: "true" };
    expect(left(readArguments("getAsInstances", asInstancesArguments, given))).toEqual([
      "groupId is not an argument of getAsInstances: expected one of scalingGroupId, lifeCycleState, healthStatus, protectFromScalingDown",
      "scalingGroupId is missing: expected the ID of an AS group",
      'healthStatus is "GOOD": expected one of INITIALIZING, NORMAL, ERROR',
      'protectFromScalingDown is "true": expected true or false',
    ]);
    expect(left(readArguments("getAsGroup", asGroupArguments, { scaling_group_id: "g" }))).toEqual([
      "scaling_group_id is not an argument of getAsGroup: did you mean scalingGroupId?",
    ]);
  });

  it("name an object either by its ID or by its name", () => {
    const wrong = ["give either scalingGroupId or scalingGroupName"];
    const both = { scalingGroupId: "g", scalingGroupName: "web" };
    expect(left(readArguments("getAsGroup", asGroupArguments, both))).toEqual(wrong);
    expect(left(readArguments("getAsGroup", asGroupArguments, {}))).toEqual(wrong);
    expect(left(readArguments("getAsGroup", asGroupArguments, { scalingGroupId: undefined }))).toEqual(wrong);
  });

  it.each(["yesterday", "2026-01-31T12:00Z", "2026-13-31T12:00:00Z", "2026-01-31T12:00:00+01:00", 7])(
    "take %j for no moment",
    (startTime) => {
      const given = { scalingGroupId: "g", startTime };
      const [failure, ...others] = left(readArguments("getScalingActions", scalingActionsArguments, given));
      expect(failure).toContain("expected a UTC time such as 2026-01-31T12:00:00Z");
      expect(others).toEqual([]);
    },
  );

  it("take types of scaling actions that are documented, at least one", () => {
    const read = (type: unknown): unknown =>
      readArguments("getScalingActions", scalingActionsArguments, { scalingGroupId: "g", type });
    expect(read(["NORMAL", "DIFF"])).toMatchObject({ _tag: "Right" });
    expect(read([])).toMatchObject({
      left: ["type is a list of 0 entries: expected a list of types of scaling actions"],
    });
    expect(read(["UP"])).toMatchObject({
      left: [expect.stringMatching(/^type\[0\] is "UP": expected one of NORMAL, MANUAL_ADD/)],
    });
  });
});
