import * as O from "fp-ts/Option";
import { describe, expect, it } from "vitest";
import type { AsGroup } from "../../../provider/core/as-group/model";
import {
  absent,
  atCapacity,
  empty,
  healthyMembers,
  membersGone,
  settled,
  type Judge,
} from "../../../provider/core/as-group/status";
import { group } from "../../support/as-group";
import { instance } from "../../support/model-service";

const kind = (judge: Judge, live: Partial<AsGroup>): string => judge(O.some(group(live))).kind;

describe("a wait for the capacity", () => {
  it.each<[string, Partial<AsGroup>, string]>([
    ["as many instances as desired and idle", {}, "done"],
    ["fewer", { currentInstanceNumber: 1 }, "pending"],
    ["as many, but a scaling action in progress", { isScaling: true }, "pending"],
    [
      "what policies want by now, rather than what was asked for",
      { desireInstanceNumber: 5, currentInstanceNumber: 5 },
      "done",
    ],
    ["a failure that needs repair", { scalingGroupStatus: "ERROR", currentInstanceNumber: 0 }, "failed"],
    ["somebody paused it", { scalingGroupStatus: "PAUSED", currentInstanceNumber: 0 }, "failed"],
    ["somebody deletes it", { scalingGroupStatus: "DELETING" }, "failed"],
  ])("sees %s", (_what, live, expected) => {
    expect(kind(atCapacity, live)).toBe(expected);
  });

  it("fails with what AS says about the cause", () => {
    const live = group({ scalingGroupStatus: "ERROR", detail: "the flavor is sold out" });
    expect(atCapacity(O.some(live))).toMatchObject({ kind: "failed", evidence: "the flavor is sold out" });
  });

  it("shows a failure that AS gets over by itself, and goes on", () => {
    const live = group({ currentInstanceNumber: 1, detail: "a hook was abandoned" });
    expect(atCapacity(O.some(live))).toEqual({
      kind: "pending",
      state:
        "INSERVICE, 1 instance (desired 3), no scaling action in progress; AS says: a hook was abandoned",
    });
  });
});

describe("the other waits", () => {
  it("settles when no scaling action is in progress", () => {
    expect([kind(settled, { isScaling: true }), kind(settled, {})]).toEqual(["pending", "done"]);
  });

  it("takes a group for empty only without a scaling action", () => {
    const none = { currentInstanceNumber: 0, desireInstanceNumber: 0 };
    expect([kind(empty, {}), kind(empty, { ...none, isScaling: true }), kind(empty, none)]).toEqual([
      "pending",
      "pending",
      "done",
    ]);
  });

  it("takes only a group that is not there for gone", () => {
    expect([absent(O.none).kind, kind(absent, { scalingGroupStatus: "DELETING" })]).toEqual([
      "done",
      "pending",
    ]);
  });

  it("fails when the group vanishes while something else is waited for", () => {
    for (const judge of [settled, empty, atCapacity]) expect(judge(O.none).kind).toBe("failed");
  });
});

describe("a wait for health", () => {
  const judge = healthyMembers(2);

  it("counts instances in service that the health check finds nothing wrong with", () => {
    const members = [
      instance("a"),
      instance("b", { healthStatus: "INITIALIZING" }),
      instance("c", { lifeCycleState: "REMOVING" }),
    ];
    expect(judge(O.some(members))).toEqual({ kind: "pending", state: "1 of 2 instances healthy" });
    expect(judge(O.some([...members, instance("d")])).kind).toBe("done");
  });
});

describe("a wait for instances to leave", () => {
  const judge = membersGone(["a", "b"]);

  it("counts those that are still members, in whatever state", () => {
    const members = [instance("a", { lifeCycleState: "REMOVING" }), instance("c")];
    expect(judge(O.some(members))).toEqual({ kind: "pending", state: "1 of 2 instances still in the group" });
    expect(judge(O.some([instance("c")])).kind).toBe("done");
  });

  it("fails when the group vanishes", () => {
    expect(judge(O.none).kind).toBe("failed");
  });
});
