import * as E from "fp-ts/Either";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachedIds } from "../../../provider/core/as-group/members";
import { planDeletion, type DeletionRequest } from "../../../provider/core/as-group/plan-delete";
import type { AsInstance } from "../../../provider/core/as-group/model";
import { anyGroup, group } from "../../support/as-group";
import { attachedInstance, instance, run, worldOf } from "../../support/model-service";

const instances = (count: number): readonly AsInstance[] =>
  Array.from({ length: count }, (_, index) => instance(`ecs-${index}`));

const request = (overrides: Partial<DeletionRequest> = {}): DeletionRequest => ({
  mode: "drain",
  group: group(),
  instances: instances(3),
  consent: { protectedInstances: "stop", attachedInstances: "stop" },
  removesWhilePaused: true,
  resumes: true,
  ...overrides,
});

const stepsOf = (overrides: Partial<DeletionRequest> = {}) => {
  const plan = planDeletion(request(overrides));
  if (E.isLeft(plan)) throw new Error(`no plan: ${plan.left._tag}`);
  return plan.right;
};

const reasonOf = (overrides: Partial<DeletionRequest>): string => {
  const plan = planDeletion(request(overrides));
  return E.isLeft(plan) && plan.left._tag === "Stopped" ? plan.left.reason : "no refusal";
};

describe("planDeletion", () => {
  it("lets AS empty a running group, then deletes it without force", () => {
    expect(stepsOf()).toEqual([
      {
        _tag: "Modify",
        modification: { minInstanceNumber: 0, desireInstanceNumber: 0, maxInstanceNumber: 0 },
        changes: [],
      },
      { _tag: "WaitEmpty" },
      { _tag: "Delete", force: false },
      { _tag: "WaitGone" },
    ]);
  });

  it("removes the instances of a paused group in batches of ten, one scaling action at a time", () => {
    const paused = group({
      scalingGroupStatus: "PAUSED",
      currentInstanceNumber: 25,
      desireInstanceNumber: 0,
    });
    const steps = stepsOf({
      group: { ...paused, minInstanceNumber: 0, maxInstanceNumber: 0 },
      instances: instances(25),
    });
    expect(steps.map((step) => (step._tag === "RemoveInstances" ? step.ids.length : step._tag))).toEqual([
      "WaitSettled",
      10,
      "WaitSettled",
      10,
      "WaitSettled",
      5,
      "WaitEmpty",
      "Delete",
      "WaitGone",
    ]);
  });

  it("removes by hand what AS has left in a running group whose numbers are zero already", () => {
    const zero = { desireInstanceNumber: 0, minInstanceNumber: 0, maxInstanceNumber: 0 };
    const left = (isScaling: boolean) =>
      stepsOf({
        group: group({ ...zero, currentInstanceNumber: 1, isScaling }),
        instances: instances(1),
      }).map(({ _tag }) => _tag);
    expect(left(false)).toEqual(["WaitSettled", "RemoveInstances", "WaitEmpty", "Delete", "WaitGone"]);
    expect(left(true)).toEqual(["WaitEmpty", "Delete", "WaitGone"]);
  });

  it("resumes a paused group with zero capacity once the service has refused removal while paused", () => {
    const paused = group({ scalingGroupStatus: "PAUSED" });
    expect(stepsOf({ group: paused, removesWhilePaused: false }).map(({ _tag }) => _tag)).toEqual([
      "Modify",
      "Resume",
      "WaitEmpty",
      "Delete",
      "WaitGone",
    ]);
  });

  it("deletes with force what can neither be emptied by hand nor resumed, and nothing else", () => {
    const abnormal = group({ scalingGroupStatus: "ERROR" });
    const tags = (overrides: Partial<DeletionRequest>) =>
      stepsOf({ group: abnormal, resumes: false, ...overrides }).map(({ _tag }) => _tag);
    expect(stepsOf({ group: abnormal, removesWhilePaused: false, resumes: false })).toEqual([
      { _tag: "Delete", force: true },
      { _tag: "WaitGone" },
    ]);
    expect(tags({ removesWhilePaused: true })).toContain("RemoveInstances");
    expect(tags({ removesWhilePaused: false, group: group() })).toContain("WaitEmpty");
  });

  it("deletes an empty group at once", () => {
    const empty = group({ currentInstanceNumber: 0, desireInstanceNumber: 0, minInstanceNumber: 0 });
    for (const mode of ["drain", "refuse"] as const)
      expect(stepsOf({ mode, group: empty, instances: [] }).map(({ _tag }) => _tag)).toEqual([
        "Delete",
        "WaitGone",
      ]);
  });

  it("does not take a running group for empty while instances are on their way in", () => {
    const starting = group({ currentInstanceNumber: 0, desireInstanceNumber: 3 });
    expect(stepsOf({ group: starting, instances: [] })[0]).toMatchObject({ _tag: "Modify" });
  });

  it("stops before anything is touched when an instance is protected, and names it", () => {
    const protectedOne = instance("ecs-precious", { protectFromScalingDown: true });
    expect(reasonOf({ instances: [...instances(2), protectedOne] })).toBe(
      "1 instance(s) are protected from scale-in and are not removed without consent: ecs-precious",
    );
  });

  it("stops under refuse when the group is not empty, and says what is inside", () => {
    expect(reasonOf({ mode: "refuse" })).toBe(
      'deleteMode is "refuse" and the group is not empty: INSERVICE, 3 instances (desired 3), no scaling action in progress',
    );
  });

  it("deletes with force whatever is inside", () => {
    expect(stepsOf({ mode: "force" })).toEqual([{ _tag: "Delete", force: true }, { _tag: "WaitGone" }]);
  });

  it("only waits for a group that is being deleted already", () => {
    for (const mode of ["drain", "force", "refuse"] as const)
      expect(stepsOf({ mode, group: group({ scalingGroupStatus: "DELETING" }) })).toEqual([
        { _tag: "WaitGone" },
      ]);
  });

  it("ends with the group gone on a model of the service that refuses every forbidden call", () => {
    const settled = anyGroup.map((live) =>
      live.scalingGroupStatus === "INSERVICE" ? live : { ...live, isScaling: false },
    );
    fc.assert(
      fc.property(settled, fc.boolean(), (live, removesWhilePaused) => {
        const inside = instances(live.currentInstanceNumber);
        const steps = stepsOf({ group: live, instances: inside, removesWhilePaused });
        expect(run(worldOf(live, { instances: inside, removesWhilePaused }), steps).gone).toBe(true);
      }),
      { seed: 20261124, numRuns: 1000 },
    );
  });
});

describe("attachedIds", () => {
  it("names the instances that AS did not create", () => {
    expect(attachedIds([...instances(2), attachedInstance("ecs-by-hand")])).toEqual(["ecs-by-hand"]);
  });
});
