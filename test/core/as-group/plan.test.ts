import * as E from "fp-ts/Either";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, isUnchanged } from "../../../provider/core/as-group/compare";
import { factsOf } from "../../../provider/core/as-group/facts";
import { planUpdate } from "../../../provider/core/as-group/plan";
import { recordedAsGroup } from "../../../provider/core/as-group/recorded";
import type { AsGroup } from "../../../provider/core/as-group/model";
import { anyArgs, anyGroup, args, group } from "../../support/as-group";
import { run, worldOf } from "../../support/model-service";

const nothingRecorded = recordedAsGroup({});
const anyTags = fc.dictionary(fc.constantFrom("env", "team", "pulumi-journal"), fc.constantFrom("a", "b"));
const options = { seed: 20261124, numRuns: 2000 };

const planFor = (wanted: ReturnType<typeof args>, live: AsGroup) => {
  const comparison = compare({ args: wanted, unknown: [] }, nothingRecorded, { group: live, tags: {} });
  return planUpdate(comparison, factsOf(live));
};

const steps = (wanted: ReturnType<typeof args>, live: AsGroup) => {
  const plan = planFor(wanted, live);
  if (E.isLeft(plan)) throw new Error(`no plan: ${plan.left._tag}`);
  return plan.right;
};

describe("planUpdate", () => {
  it("ends at the wanted group on a model of the service that refuses every forbidden write", () => {
    fc.assert(
      fc.property(anyArgs, anyGroup, anyTags, (wanted, live, tags) => {
        const comparison = compare({ args: wanted, unknown: [] }, nothingRecorded, { group: live, tags });
        const plan = planUpdate(comparison, factsOf(live));
        fc.pre(E.isRight(plan));
        const after = run(worldOf(live, { tags }), plan.right);
        const again = compare({ args: wanted, unknown: [] }, nothingRecorded, after);
        expect(again.changes).toEqual([]);
        expect(isUnchanged(again)).toBe(true);
        expect(after.tags["pulumi-journal"]).toBe(tags["pulumi-journal"]);
      }),
      options,
    );
  });

  it("refuses only when a dormant field changes on a group that is not dormant and does not become so", () => {
    fc.assert(
      fc.property(anyArgs, anyGroup, (wanted, live) => {
        const comparison = compare({ args: wanted, unknown: [] }, nothingRecorded, { group: live, tags: {} });
        const plan = planUpdate(comparison, factsOf(live));
        const dormantChange = comparison.changes.some(({ lockClass }) => lockClass === "dormant");
        const dormant = live.scalingGroupStatus !== "INSERVICE" && live.currentInstanceNumber === 0;
        const becomes =
          live.scalingGroupStatus === "INSERVICE" &&
          !wanted.enable &&
          comparison.capacity.min === 0 &&
          comparison.capacity.desired === 0;
        expect(E.isLeft(plan)).toBe(dormantChange && !dormant && !becomes);
      }),
      options,
    );
  });

  it("makes one modify call for any number of free and settled fields", () => {
    const wanted = args({ coolDownTime: 600, availableZones: ["eu-de-03"], maxInstanceNumber: 12 });
    expect(steps(wanted, group())).toEqual([
      expect.objectContaining({
        _tag: "Modify",
        modification: { coolDownTime: 600, availableZones: ["eu-de-03"], maxInstanceNumber: 12 },
      }),
    ]);
  });

  it("waits for a running scaling action before a settled field changes", () => {
    const wanted = args({ availableZones: ["eu-de-03"] });
    expect(steps(wanted, group({ isScaling: true })).map(({ _tag }) => _tag)).toEqual([
      "WaitSettled",
      "Modify",
    ]);
  });

  it("does not wait for a running scaling action when only free fields change", () => {
    const wanted = args({ coolDownTime: 600 });
    expect(steps(wanted, group({ isScaling: true })).map(({ _tag }) => _tag)).toEqual(["Modify"]);
  });

  it("waits for the capacity after the desired number has changed", () => {
    expect(steps(args({ desireInstanceNumber: 5 }), group())).toEqual([
      expect.objectContaining({ _tag: "Modify", modification: { desireInstanceNumber: 5 } }),
      { _tag: "WaitCapacity", instances: 5, healthy: false },
    ]);
  });

  it("empties and pauses a group itself when the same update asks for it", () => {
    const wanted = args({
      networks: [{ id: "net-b", ipv6Enable: false }],
      enable: false,
      minInstanceNumber: 0,
      desireInstanceNumber: 0,
      coolDownTime: 600,
    });
    expect(steps(wanted, group()).map(({ _tag }) => _tag)).toEqual([
      "Modify",
      "WaitEmpty",
      "Pause",
      "Modify",
    ]);
  });

  it("empties a running group before it pauses it, also when nothing else changes", () => {
    const wanted = args({ enable: false, minInstanceNumber: 0, desireInstanceNumber: 0 });
    expect(steps(wanted, group()).map(({ _tag }) => _tag)).toEqual(["Modify", "WaitEmpty", "Pause"]);
  });

  it("resumes a group in ERROR, since nothing else makes it scale again", () => {
    expect(steps(args(), group({ scalingGroupStatus: "ERROR", currentInstanceNumber: 0 }))).toEqual([
      { _tag: "Resume" },
      { _tag: "WaitCapacity", instances: 3, healthy: false },
    ]);
  });

  it("names field, values and missing preconditions when it refuses", () => {
    const plan = planFor(args({ networks: [{ id: "net-b", ipv6Enable: false }] }), group());
    expect(E.isLeft(plan) && plan.left).toEqual({
      _tag: "Locked",
      changes: [
        {
          field: "networks",
          from: "[net-a]",
          to: "[net-b]",
          lockClass: "dormant",
          unmet: ["zero instances", "a paused group"],
        },
      ],
      facts: {
        scalingGroupStatus: "INSERVICE",
        currentInstanceNumber: 3,
        desireInstanceNumber: 3,
        isScaling: false,
      },
      drifted: [],
    });
  });
});
