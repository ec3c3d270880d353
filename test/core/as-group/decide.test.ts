import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import { describe, expect, it } from "vitest";
import type { AsGroupArguments } from "../../../provider/core/as-group/arguments";
import { compare } from "../../../provider/core/as-group/compare";
import { decide, type Decision } from "../../../provider/core/as-group/decide";
import { factsOf } from "../../../provider/core/as-group/facts";
import type { AsGroup } from "../../../provider/core/as-group/model";
import { planUpdate } from "../../../provider/core/as-group/plan";
import { describePlan } from "../../../provider/core/as-group/step";
import { recordedAsGroup } from "../../../provider/core/as-group/recorded";
import { args, group } from "../../support/as-group";

const deciding = (
  overrides: Partial<AsGroupArguments>,
  live: Partial<AsGroup> = {},
  edited: readonly string[] = [],
  managedArguments: readonly string[] = ["coolDownTime"],
): Decision => {
  const wanted = args(overrides);
  const state = recordedAsGroup({ managedArguments, appliedDesireInstanceNumber: 3 });
  const now = group(live);
  const comparison = compare({ args: wanted, unknown: [] }, state, { group: now, tags: {} });
  const facts = factsOf(now);
  const plan = pipe(
    planUpdate(comparison, facts),
    E.map((steps) => ({ steps, complete: true, summary: describePlan(steps) })),
  );
  return decide(comparison, facts, wanted.lockedChange, (name) => edited.includes(name), plan);
};

const otherNetworks = { networks: [{ id: "net-b", ipv6Enable: false }] };

describe("decide", () => {
  it("leaves a group alone that is as wanted", () => {
    expect(deciding({})).toEqual({ _tag: "Unchanged", messages: [] });
  });

  it("says what stays of an argument that left the program, although nothing has to be done", () => {
    expect(deciding({}, {}, ["availableZones"], ["availableZones"])).toEqual({
      _tag: "Unchanged",
      messages: [
        "availableZones left the program, but the API cannot unset it: it stays [eu-de-01, eu-de-02]",
      ],
    });
  });

  it("says nothing about an edit that the engine shows by itself", () => {
    expect(deciding({ coolDownTime: 600 }, {}, ["coolDownTime"])).toEqual({
      _tag: "Update",
      drifted: false,
      messages: [],
    });
  });

  it("reports drift with field, live value and the program's value", () => {
    expect(deciding({ coolDownTime: 300 }, { coolDownTime: 900 })).toEqual({
      _tag: "Update",
      drifted: true,
      messages: ["changed outside of Pulumi: coolDownTime is 900, the program says 300"],
    });
  });

  it("calls it no drift when new bounds of the program move the desired number along", () => {
    const raised = { minInstanceNumber: 4, desireInstanceNumber: 4 };
    expect(deciding(raised, {}, ["minInstanceNumber"])).toEqual({
      _tag: "Update",
      drifted: false,
      messages: [],
    });
  });

  it("reports a group that somebody paused", () => {
    expect(deciding({}, { scalingGroupStatus: "PAUSED" })).toMatchObject({
      messages: ["changed outside of Pulumi: the group is PAUSED, the program says enable: true"],
    });
  });

  it("refuses a dormant change on a running group", () => {
    const decision = deciding(otherNetworks, {}, ["networks"]);
    expect(decision).toMatchObject({ _tag: "Refuse", error: { _tag: "Locked" } });
  });

  it("says of a locked field that it was changed outside, when the program did not edit it", () => {
    expect(deciding(otherNetworks)).toMatchObject({ error: { _tag: "Locked", drifted: ["networks"] } });
    expect(deciding(otherNetworks, {}, ["networks"])).toMatchObject({ error: { drifted: [] } });
  });

  it("replaces instead when the program says so", () => {
    expect(deciding({ ...otherNetworks, lockedChange: "replace" }, {}, ["networks"])).toEqual({
      _tag: "Replace",
      fields: ["networks"],
      messages: [
        "networks cannot change on this group (INSERVICE, 3 instances (desired 3), no scaling action in progress): " +
          "a new group is created beside it, then this one is deleted",
      ],
    });
  });

  it("always replaces for another VPC", () => {
    expect(deciding({ vpcId: "vpc-b" }, {}, ["vpcId"])).toMatchObject({ _tag: "Replace", fields: ["vpcId"] });
  });

  it("changes a dormant field in place on a paused, empty group", () => {
    const dormant = { scalingGroupStatus: "PAUSED" as const, currentInstanceNumber: 0 };
    expect(deciding({ ...otherNetworks, enable: false }, dormant, ["networks"])).toEqual({
      _tag: "Update",
      drifted: false,
      messages: ["plan: change networks"],
    });
  });

  it("tells that a running scaling action is waited for", () => {
    expect(deciding({ availableZones: ["eu-de-03"] }, { isScaling: true }, ["availableZones"])).toMatchObject(
      {
        messages: ["plan: wait for the scaling action to end, change availableZones"],
      },
    );
  });

  it("refuses to change a group that is being deleted", () => {
    expect(deciding({ coolDownTime: 600 }, { scalingGroupStatus: "DELETING" })).toMatchObject({
      _tag: "Refuse",
      error: { _tag: "Stopped", reason: "the group is being deleted outside of Pulumi" },
    });
  });
});
