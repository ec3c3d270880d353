import * as O from "fp-ts/Option";
import { describe, expect, it } from "vitest";
import type { AsInstance } from "../../../provider/core/as-group/model";
import { allInService, allLeft } from "../../../provider/core/instance-claim/arrival";

const members = (states: Readonly<Record<string, AsInstance["lifeCycleState"]>>) =>
  O.some(
    Object.entries(states).map(([instanceId, lifeCycleState]): AsInstance => ({
      instanceId,
      lifeCycleState,
      healthStatus: "NORMAL",
      protectFromScalingDown: false,
    })),
  );

describe("instances that come", () => {
  it("have arrived when all are in service", () => {
    const judge = allInService(["a", "b"]);
    expect(judge(members({ a: "INSERVICE" }))).toEqual({
      kind: "pending",
      state: "1 of 2 instances in service",
    });
    expect(judge(members({ a: "INSERVICE", b: "PENDING" })).kind).toBe("pending");
    expect(judge(members({ a: "INSERVICE", b: "INSERVICE" }))).toEqual({ kind: "done" });
  });

  it("have been turned away when they were seen and are missing again", () => {
    const judge = allInService(["a"]);
    judge(members({ a: "PENDING" }));
    expect(judge(members({}))).toEqual({
      kind: "failed",
      state: "a left the group again",
      evidence: "a lifecycle hook abandoned it, or somebody took it out",
    });
  });

  it("come to nothing without a group", () => {
    expect(allInService(["a"])(O.none)).toMatchObject({ kind: "failed", state: "the group is gone" });
  });
});

describe("instances that go", () => {
  it("have left when none is a member, or there is no group", () => {
    expect(allLeft(["a"])(members({ a: "REMOVING", b: "INSERVICE" })).kind).toBe("pending");
    expect(allLeft(["a"])(members({ b: "INSERVICE" }))).toEqual({ kind: "done" });
    expect(allLeft(["a"])(O.none)).toEqual({ kind: "done" });
  });
});
