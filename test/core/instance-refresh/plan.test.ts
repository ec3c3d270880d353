import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import type { RefreshManner } from "../../../provider/core/instance-refresh/manner";
import { oldInstances } from "../../../provider/core/instance-refresh/old";
import { planRefresh } from "../../../provider/core/instance-refresh/plan";
import { group } from "../../support/as-group";
import { attachedInstance, instance, worldOf, type World } from "../../support/model-service";
import { afterPlans, manner, oldGroup, planOf, PRESENT, requestFor } from "./support";

const put = { _tag: "PutJournal", journal: "refresh" };
const healthy = { _tag: "WaitCapacity", healthy: true, haltsOnFailure: true };

describe("planRefresh", () => {
  it("adds new instances first, and waits until they are healthy", () => {
    const plan = planOf(oldGroup(3), manner({ maxSurge: 2 }));
    expect(plan.complete).toBe(false);
    expect(plan.steps).toMatchObject([
      put,
      { _tag: "Modify", modification: { desireInstanceNumber: 5, maxInstanceNumber: 5 } },
      { ...healthy, instances: 5 },
    ]);
  });

  it("then removes as many old ones, and rests before the next batch", () => {
    const how = manner({ maxSurge: 2, pauseBetweenBatches: 30 });
    expect(planOf(afterPlans(oldGroup(3), how, 1), how).steps).toMatchObject([
      { _tag: "RemoveOld", ids: ["ecs-0", "ecs-1"], desired: "lowered" },
      { _tag: "WaitSettled" },
      { _tag: "WaitLeft", ids: ["ecs-0", "ecs-1"] },
      put,
      { _tag: "Rest", seconds: 30 },
    ]);
  });

  it("ends with the bounds restored and the journal removed", () => {
    const how = manner({ maxSurge: 3 });
    const plan = planOf(afterPlans(oldGroup(3), how, 2), how);
    expect(plan).toMatchObject({
      complete: true,
      steps: [
        { _tag: "Modify", modification: { maxInstanceNumber: 3 } },
        { _tag: "ClearJournal", journal: "refresh", keys: ["pulumi-refresh"] },
      ],
    });
  });

  it("without a surge, removes as many as may be missing, and AS refills the group", () => {
    const world = oldGroup(4, { minInstanceNumber: 4 });
    expect(planOf(world, manner({ maxSurge: 0, minHealthyPercentage: 50 })).steps).toMatchObject([
      put,
      { _tag: "Modify", modification: { minInstanceNumber: 2 } },
      { _tag: "RemoveOld", ids: ["ecs-0", "ecs-1"], desired: "kept" },
      { _tag: "WaitSettled" },
      { _tag: "WaitLeft", ids: ["ecs-0", "ecs-1"] },
      { ...healthy, instances: 4 },
      put,
    ]);
  });

  it("takes the protection off those that leave, with consent", () => {
    const world = worldOf(
      group({ currentInstanceNumber: 1, desireInstanceNumber: 1, minInstanceNumber: 1 }),
      {
        instances: [instance("precious", { protectFromScalingDown: true })],
      },
    );
    const how = manner({ protectedInstances: "release" });
    expect(planOf(afterPlans(world, how, 1), how).steps.slice(0, 2)).toMatchObject([
      { _tag: "Unprotect", ids: ["precious"] },
      { _tag: "RemoveOld", ids: ["precious"] },
    ]);
  });

  it("replaces what is not healthy first, and what is protected last", () => {
    const old = [
      instance("protected", { protectFromScalingDown: true }),
      instance("sound"),
      instance("ill", { healthStatus: "ERROR" }),
    ];
    expect(oldInstances(group(), old, manner(), 0).map(({ instanceId }) => instanceId)).toEqual([
      "ill",
      "sound",
      "protected",
    ]);
  });

  it("waits for a running scaling action before it looks for old instances, and touches nothing", () => {
    const world = worldOf(group({ isScaling: true }));
    expect(planOf(world, manner())).toMatchObject({ steps: [{ _tag: "WaitSettled" }], complete: false });
  });

  it("waits for the whole capacity before it begins a batch", () => {
    const world = worldOf(group(), {
      instances: [instance("a"), instance("b"), instance("c", { healthStatus: "INITIALIZING" })],
    });
    expect(planOf(world, manner()).steps).toMatchObject([{ ...healthy, instances: 3 }]);
  });

  it("has nothing to do where no instance is old, whatever the group is like", () => {
    const instances = [instance("match", { scalingConfigurationId: PRESENT }), attachedInstance("hand")];
    const world = worldOf(group({ scalingGroupStatus: "PAUSED" }), { instances });
    expect(planOf(world, manner())).toEqual({
      steps: [],
      complete: true,
      summary: "no instance to replace: none of 2 instances is old",
    });
  });
});

describe("what forbids a refresh", () => {
  const refusalOf = (world: World, how = manner()): unknown => {
    const plan = planRefresh(requestFor(world, how));
    return E.isLeft(plan) && plan.left._tag === "Stopped" ? plan.left.reason : plan;
  };
  const tags = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`key-${index}`, "a"]));

  it.each<[string, World, string]>([
    [
      "a group that is not in service",
      worldOf(group({ scalingGroupStatus: "ERROR", detail: "sold out" })),
      "a group that is not in service starts no instances: ERROR, 3 instances (desired 3), no scaling action in progress; AS says: sold out; nothing has been touched",
    ],
    [
      "a drain that has not ended",
      worldOf(group(), { tags: { "pulumi-drain": "v1_2_3_10_01234567" } }),
      "the group is being drained, and that drain has not ended",
    ],
    [
      "the refresh of somebody else",
      worldOf(group(), { tags: { "pulumi-refresh": "v1_2_3_a_2_a_0_t9q9c0_01234567" } }),
      "another resource is replacing the instances of this group (mark 01234567); several refreshes of one group must not run at once",
    ],
    [
      "no room for the journal",
      worldOf(group(), { tags }),
      "a refresh keeps its journal in a tag of the group, and there is no room: 10 of 10; nothing has been touched",
    ],
    [
      "old instances that are protected",
      worldOf(group(), { instances: [instance("a", { protectFromScalingDown: true })] }),
      "old instances are protected from scale-in: a; nothing has been touched",
    ],
  ])("is %s", (_, world, reason) => {
    expect(refusalOf(world)).toBe(reason);
  });

  it("is a group without an AS configuration", () => {
    const { scalingConfigurationId: _, ...without } = group();
    expect(refusalOf(worldOf(without))).toBe(
      "the group has no AS configuration to make instances from; nothing has been touched",
    );
  });

  it("is a percentage that leaves nothing to remove first, which depends on the number of instances", () => {
    const how = manner({ maxSurge: 0, minHealthyPercentage: 90 });
    expect(refusalOf(oldGroup(3), how)).toBe(
      "without a surge, 90 % of 3 leaves no instance that may be removed first; nothing has been touched",
    );
    expect(E.isRight(planRefresh(requestFor(oldGroup(10), how)))).toBe(true);
  });

  it("does not forbid to restore the bounds, unless somebody else is at work", () => {
    const how = manner();
    const done = afterPlans(oldGroup(1), how, 2);
    const paused = { ...done, group: { ...done.group, scalingGroupStatus: "PAUSED" as const } };
    expect(planOf(paused, how).steps.map(({ _tag }) => _tag)).toEqual(["Modify", "ClearJournal"]);
    const drained = { ...done, tags: { ...done.tags, "pulumi-drain": "v1_2_3_10_01234567" } };
    expect(refusalOf(drained)).toBe("the group is being drained, and that drain has not ended");
  });
});

describe("the sentence about a refresh", () => {
  const said = (world: World, how: RefreshManner): string => planOf(world, how).summary;

  it("counts instances, batches and minutes", () => {
    expect(said(oldGroup(7), manner({ maxSurge: 2 }))).toBe(
      "replace 7 of 7 instances, 2 at a time, never fewer than 7 in service; about 16 minutes",
    );
    expect(said(oldGroup(4), manner({ maxSurge: 10, pauseBetweenBatches: 600 }))).toBe(
      "replace 4 of 4 instances, 4 at a time, never fewer than 4 in service, 10m between batches; about 4 minutes",
    );
    expect(said(oldGroup(10), manner({ maxSurge: 0, minHealthyPercentage: 75 }))).toBe(
      "replace 10 of 10 instances, 2 at a time, never fewer than 8 in service; about 20 minutes",
    );
  });

  it("says whose protection is taken off", () => {
    const world = worldOf(group(), {
      instances: [instance("a", { protectFromScalingDown: true }), instance("b")],
    });
    expect(said(world, manner({ protectedInstances: "release" }))).toContain(", take the protection off 1;");
  });

  it("says that it goes on, and what is left to do", () => {
    const how = manner();
    expect(said(afterPlans(oldGroup(2), how, 2), how)).toBe(
      "go on with an interrupted instance refresh: replace 1 of 2 instances, 1 at a time, never fewer than 2 in service; about 4 minutes",
    );
    expect(said(afterPlans(oldGroup(1, { minInstanceNumber: 1 }), how, 2), how)).toBe(
      "complete an interrupted instance refresh: restore the bounds 1 and 1",
    );
  });
});
