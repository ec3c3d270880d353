import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capacityOf } from "../../../provider/core/as-group/capacity";
import { stopped } from "../../../provider/core/error";
import { accountFor } from "../../../provider/core/instance-refresh/account";
import { planEnd, planHalt } from "../../../provider/core/instance-refresh/halt";
import { instance, run, type World } from "../../support/model-service";
import { afterPlans, anyManner, anyWorld, manner, oldGroup, refresh, requestFor, resume } from "./support";

/** The surge has come, and nothing old has left yet. */
const surged = (): World => afterPlans(oldGroup(2, { minInstanceNumber: 1 }), manner(), 1);

const stepsOf = (steps: readonly { readonly _tag: string }[]): readonly string[] =>
  steps.map(({ _tag }) => _tag);

const possible = { seed: 20261124, numRuns: 1000 };

describe("a refresh that halts", () => {
  it("gives the numbers back and keeps its journal", () => {
    const world = surged();
    expect(planHalt(requestFor(world, manner()))).toMatchObject([
      { _tag: "Modify", modification: { desireInstanceNumber: 2, maxInstanceNumber: 2 } },
      { _tag: "PutJournal", journal: "refresh" },
    ]);
  });

  it("keeps the surge while it stands in for others that are missing", () => {
    const world = surged();
    const instances = world.instances.map((member) =>
      member.instanceId === "ecs-0" ? { ...member, healthStatus: "ERROR" as const } : member,
    );
    const [, , fresh] = instances;
    const one = [instance("ecs-0", { healthStatus: "ERROR" }), instance("ecs-1", { healthStatus: "ERROR" })];
    expect(planHalt(requestFor({ ...world, instances: [...one, fresh!] }, manner()))).toEqual([]);
    expect(stepsOf(planHalt(requestFor({ ...world, instances }, manner())))).toEqual([
      "Modify",
      "PutJournal",
    ]);
  });

  it("touches nothing while somebody else is at work, or where it has not begun", () => {
    const world = surged();
    const drained = { ...world, tags: { ...world.tags, "pulumi-drain": "v1_2_3_10_01234567" } };
    expect(planHalt(requestFor(drained, manner()))).toEqual([]);
    expect(planHalt(requestFor(oldGroup(2), manner()))).toEqual([]);
    expect(planHalt({ ...requestFor(world, manner()), owner: "01234567" })).toEqual([]);
  });

  it("has its numbers back wherever it halts, and is completed by the next run", () => {
    fc.assert(
      fc.property(anyWorld, anyManner, fc.nat(30), (world, how, budget) => {
        const surging = { ...how, maxSurge: Math.max(1, how.maxSurge) };
        const interrupted = refresh(world, surging, { budget });
        const halted = run(interrupted, planHalt(requestFor(interrupted, surging)));
        expect(capacityOf(halted.group)).toEqual(capacityOf(world.group));
        const end = resume(halted, surging);
        expect([capacityOf(end.group), end.tags]).toEqual([capacityOf(world.group), {}]);
      }),
      possible,
    );
  });
});

describe("a refresh that is ended", () => {
  it("has its numbers back and no journal, wherever it was", () => {
    fc.assert(
      fc.property(anyWorld, anyManner, fc.nat(30), (world, how, budget) => {
        const surging = { ...how, maxSurge: Math.max(1, how.maxSurge) };
        const interrupted = refresh(world, surging, { budget });
        const ended = run(interrupted, planEnd(requestFor(interrupted, surging)));
        expect([capacityOf(ended.group), ended.tags]).toEqual([capacityOf(world.group), {}]);
      }),
      possible,
    );
  });

  it("of somebody else is left alone", () => {
    expect(planEnd({ ...requestFor(surged(), manner()), owner: "01234567" })).toEqual([]);
  });
});

describe("the account of a refresh that halts", () => {
  const cause = stopped("a reason");

  it("names the instances that are still old, the group, and what is still to be given back", () => {
    expect(accountFor(cause, 2, requestFor(surged(), manner()))).toEqual({
      _tag: "RefreshHalted",
      cause,
      total: 2,
      left: ["ecs-0", "ecs-1"],
      group: "INSERVICE, 3 instances (desired 3), no scaling action in progress, minimum 1, maximum 3",
      owed: "desired number 2, now 3; maximum 2, now 3",
    });
  });

  it("says only what is known when the group could not be read", () => {
    expect(accountFor(cause, 2, undefined)).toEqual({ _tag: "RefreshHalted", cause, total: 2 });
  });
});
