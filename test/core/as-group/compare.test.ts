import * as E from "fp-ts/Either";
import { describe, expect, it } from "vitest";
import { compare, isUnchanged, type WantedAsGroup } from "../../../provider/core/as-group/compare";
import type { AsGroupArguments } from "../../../provider/core/as-group/arguments";
import type { AsGroup } from "../../../provider/core/as-group/model";
import { factsOf } from "../../../provider/core/as-group/facts";
import { planUpdate } from "../../../provider/core/as-group/plan";
import { recordedAsGroup } from "../../../provider/core/as-group/recorded";
import { args, group } from "../../support/as-group";

const wanted = (
  overrides: Partial<AsGroupArguments> = {},
  unknown: readonly string[] = [],
): WantedAsGroup => ({
  args: args(overrides),
  unknown,
});

const recorded = (...managedArguments: readonly string[]) =>
  recordedAsGroup({ managedArguments, appliedDesireInstanceNumber: 3 });

const comparing = (
  overrides: Partial<AsGroupArguments>,
  live: Partial<AsGroup> = {},
  state = recorded("desireInstanceNumber"),
) => compare(wanted(overrides), state, { group: group(live), tags: {} });

describe("compare", () => {
  it("finds nothing when the live group is as the program wants it", () => {
    expect(isUnchanged(comparing({}))).toBe(true);
  });

  it.each<[string, Partial<AsGroupArguments>, Partial<AsGroup>]>([
    ["zones in another order", { availableZones: ["eu-de-02", "eu-de-01"] }, {}],
    [
      "the default project written as 0 and as nothing",
      { enterpriseProjectId: "0" },
      { enterpriseProjectId: "" },
    ],
    ["listener ids in another order and with blanks", { lbListenerId: "b, a" }, { lbListenerId: "a,b" }],
    [
      "backend groups in another order",
      {
        lbaasListeners: [
          { poolId: "b", protocolPort: 80, weight: 1 },
          { poolId: "a", protocolPort: 80, weight: 1 },
        ],
      },
      {
        lbaasListeners: [
          { poolId: "a", protocolPort: 80, weight: 1, listenerId: "l" },
          { poolId: "b", protocolPort: 80, weight: 1 },
        ],
      },
    ],
  ])("takes %s for the same", (_what, overrides, live) => {
    expect(comparing(overrides, live).changes).toEqual([]);
  });

  it("sees the order of zones under PICK_FIRST", () => {
    const zones = { multiAzPriorityPolicy: "PICK_FIRST" as const, availableZones: ["eu-de-02", "eu-de-01"] };
    const { changes } = comparing(zones, { multiAzPriorityPolicy: "PICK_FIRST" });
    expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ["availableZones", "[eu-de-01, eu-de-02]", "[eu-de-02, eu-de-01]"],
    ]);
  });

  it("sees the order of networks, since the first is the primary NIC", () => {
    const one = { id: "net-a", ipv6Enable: false };
    const two = { id: "net-b", ipv6Enable: false };
    expect(comparing({ networks: [two, one] }, { networks: [one, two] }).changes[0]).toMatchObject({
      field: "networks",
      lockClass: "dormant",
    });
  });

  it("locks backend groups as dormant, but weight and port of an attached one as settled", () => {
    const live = { lbaasListeners: [{ poolId: "a", protocolPort: 80, weight: 1 }] };
    const classOf = (poolId: string, protocolPort: number, weight: number) =>
      comparing({ lbaasListeners: [{ poolId, protocolPort, weight }] }, live).changes[0]?.lockClass;
    expect([classOf("a", 80, 5), classOf("a", 443, 1), classOf("b", 80, 1)]).toEqual([
      "settled",
      "settled",
      "dormant",
    ]);
  });

  it("sends zero, false and empty lists when they are meant", () => {
    const { modification } = comparing(
      { coolDownTime: 0, deletePublicip: false, notifications: [], minInstanceNumber: 0 },
      { deletePublicip: true, notifications: ["EMAIL"] },
    );
    expect(modification).toEqual({
      coolDownTime: 0,
      deletePublicip: false,
      notifications: [],
      minInstanceNumber: 0,
    });
  });

  it("leaves alone what no argument has ever set", () => {
    expect(
      comparing({}, { coolDownTime: 900, description: "by hand", notifications: ["EMAIL"] }).changes,
    ).toEqual([]);
  });

  it("takes an argument that left the program back to the documented default", () => {
    const { modification } = comparing(
      {},
      { coolDownTime: 900, notifications: ["EMAIL"], description: "old" },
      recorded("coolDownTime", "notifications", "description", "desireInstanceNumber"),
    );
    expect(modification).toEqual({ coolDownTime: 300, notifications: [], description: "" });
  });

  describe("of numbers that left the program", () => {
    const numbered = group({ minInstanceNumber: 2, desireInstanceNumber: 4, maxInstanceNumber: 8 });
    const all = recorded("minInstanceNumber", "desireInstanceNumber", "maxInstanceNumber");
    const left = (given: Partial<AsGroupArguments>, unknown: readonly string[] = []) => {
      const { minInstanceNumber: _, desireInstanceNumber: __, maxInstanceNumber: ___, ...others } = args();
      return compare({ args: { ...others, ...given }, unknown }, all, { group: numbered, tags: {} });
    };

    it("leaves all alone, and says so, when none is left: somebody else decides them", () => {
      const { changes, capacity, kept } = left({});
      expect(changes).toEqual([]);
      expect(capacity).toEqual({ min: 2, desired: 4, max: 8 });
      expect(kept).toEqual([
        "minInstanceNumber and maxInstanceNumber left the program together: the numbers stay 4 (2 to 8), and this resource no longer sets them",
      ]);
    });

    it.each<[string, Partial<AsGroupArguments>, object]>([
      ["one bound", { maxInstanceNumber: 8 }, { minInstanceNumber: 0 }],
      ["the other bound", { minInstanceNumber: 1 }, { minInstanceNumber: 1, maxInstanceNumber: 1 }],
      ["both bounds", { desireInstanceNumber: 1 }, { minInstanceNumber: 0, maxInstanceNumber: 1 }],
    ])("takes %s back to the default when a number is still given", (_, given, modification) => {
      expect(left(given).modification).toMatchObject(modification);
      expect(left(given).kept).toEqual([]);
    });
  });

  it("says which argument left the program but cannot be unset", () => {
    const { changes, kept } = comparing({}, {}, recorded("availableZones", "desireInstanceNumber"));
    expect(changes).toEqual([]);
    expect(kept).toEqual([
      "availableZones left the program, but the API cannot unset it: it stays [eu-de-01, eu-de-02]",
    ]);
  });

  it("does not touch an argument whose value is not known yet", () => {
    const { coolDownTime: _, ...known } = args({ coolDownTime: 600 });
    const comparison = compare({ args: known, unknown: ["coolDownTime"] }, recorded("coolDownTime"), {
      group: group({ coolDownTime: 900 }),
      tags: {},
    });
    expect(comparison.changes.map(({ field }) => field)).not.toContain("coolDownTime");
  });

  it.each([
    ["onEdit", 3, 3, 5, undefined],
    ["onEdit", 4, 3, 5, 4],
    ["enforce", 3, 3, 5, 3],
    ["initial", 4, 3, 5, undefined],
  ] as const)(
    "under %s with the program at %i (applied %i) and AS at %i sends %s",
    (mode, program, applied, live, sent) => {
      const comparison = compare(
        wanted({ desireInstanceNumberMode: mode, desireInstanceNumber: program }),
        recordedAsGroup({ managedArguments: [], appliedDesireInstanceNumber: applied }),
        { group: group({ desireInstanceNumber: live }), tags: {} },
      );
      expect(comparison.modification.desireInstanceNumber).toBe(sent);
    },
  );

  it("moves the desired number just far enough to fit new bounds", () => {
    expect(comparing({ minInstanceNumber: 5 }, { desireInstanceNumber: 4 }).modification).toEqual({
      minInstanceNumber: 5,
      desireInstanceNumber: 5,
    });
  });

  it("resumes what is paused or failed, and pauses what is not to scale", () => {
    const status = (enable: boolean, scalingGroupStatus: string) =>
      comparing({ enable }, { scalingGroupStatus }).status;
    expect([
      status(true, "INSERVICE"),
      status(true, "PAUSED"),
      status(true, "ERROR"),
      status(false, "INSERVICE"),
      status(false, "PAUSED"),
      status(false, "ERROR"),
    ]).toEqual([undefined, "resume", "resume", "pause", undefined, "pause"]);
  });

  it("writes and removes tags of the program, and never touches reserved ones", () => {
    const { tags } = compare(wanted({ tags: { env: "prod", team: "web" } }), recorded("tags"), {
      group: group(),
      tags: { env: "test", owner: "bob", "pulumi-journal": "x" },
    });
    expect(tags).toEqual({ put: { env: "prod", team: "web" }, remove: ["owner"] });
  });

  it("removes a tag that is called as something that every object has", () => {
    const { tags } = compare(wanted({ tags: {} }), recorded("tags"), {
      group: group(),
      tags: { constructor: "x", toString: "y" },
    });
    expect(tags).toEqual({ put: {}, remove: ["constructor", "toString"] });
  });

  it("removes the tags that the program had set when the argument leaves it, and only those", () => {
    const state = recordedAsGroup({ managedArguments: ["tags"], tags: { env: "prod" } });
    const { tags } = compare(wanted(), state, { group: group(), tags: { env: "prod", owner: "bob" } });
    expect(tags).toEqual({ put: {}, remove: ["env"] });
  });

  it("follows the class that the service taught over the one of the table", () => {
    const comparison = compare(
      wanted({ availableZones: ["eu-de-03"] }),
      recorded(),
      { group: group(), tags: {} },
      { availableZones: "dormant" },
    );
    expect(comparison.changes[0]).toMatchObject({ field: "availableZones", lockClass: "dormant" });
  });

  it("reports another VPC apart, since it cannot be modified", () => {
    expect(comparing({ vpcId: "vpc-b" })).toMatchObject({ vpc: { from: "vpc-a", to: "vpc-b" }, changes: [] });
  });
});

describe("compare under a refresh that has not ended", () => {
  const journal = { "pulumi-refresh": "v1_2_3_a_2_c_2_t9q9c0_01234567" };
  const moved = { desireInstanceNumber: 5, maxInstanceNumber: 12 };
  const underRefresh = (overrides: Partial<AsGroupArguments>, live: Partial<AsGroup> = moved) =>
    compare(wanted(overrides), recorded("desireInstanceNumber"), { group: group(live), tags: journal });

  it("finds no difference in what the refresh has moved, in any mode", () => {
    for (const desireInstanceNumberMode of ["onEdit", "enforce", "initial"] as const)
      expect(isUnchanged(underRefresh({ desireInstanceNumberMode }))).toBe(true);
  });

  it("takes the numbers over as a whole when the program moves one", () => {
    const { modification, takesNumbers } = underRefresh({ maxInstanceNumber: 11 });
    expect([takesNumbers, modification]).toEqual([true, { desireInstanceNumber: 3, maxInstanceNumber: 11 }]);
  });

  it("tells the refresh of a number that the group has only because of the refresh", () => {
    const comparison = underRefresh({ desireInstanceNumber: 5 });
    expect([comparison.takesNumbers, comparison.modification]).toEqual([true, { maxInstanceNumber: 10 }]);
    const plan = planUpdate(comparison, factsOf(group(moved)));
    expect(E.isRight(plan) && plan.right[0]).toEqual({
      _tag: "PutJournal",
      journal: "refresh",
      tags: { "pulumi-refresh": "v1_2_5_a_2_a_0_t9q9c0_01234567" },
    });
  });

  it("changes other fields without the numbers", () => {
    expect(underRefresh({ coolDownTime: 17 }).modification).toEqual({ coolDownTime: 17 });
  });
});
