import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TERMINATE_POLICIES, type Instance, type TerminatePolicy } from "../../../simulator/src/as/model";
import { chooseLeaving, type RemovalFacts } from "../../../simulator/src/as/scaling/removal-order";

const moment = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));

/** @param configuration creation minute of the configuration; null: added by hand */
const instance = (
  name: string,
  zone: string,
  age: number,
  configuration: number | null,
  isProtected = false,
): Instance => ({
  name,
  zone,
  createTime: moment(age),
  madeFrom:
    configuration === null
      ? null
      : { id: String(configuration), name: "c", createTime: moment(configuration) },
  server: null,
  lifeCycleState: "INSERVICE",
  healthStatus: "NORMAL",
  inServiceSince: null,
  protected: isProtected,
});

const facts = (policy: TerminatePolicy, zones = ["a", "b"], keepsBalance = true): RemovalFacts => ({
  policy,
  zones,
  keepsBalance,
});
const names = (instances: readonly Instance[]): string[] => instances.map((it) => it.name);

describe("automatic scale-in", () => {
  const sameZone = [
    instance("old config, old", "a", 1, 1),
    instance("new config, older", "a", 2, 3),
    instance("old config, newest", "a", 5, 1),
    instance("new config, newer", "a", 4, 3),
  ];

  test.each<[TerminatePolicy, string[]]>([
    ["OLD_CONFIG_OLD_INSTANCE", ["old config, old", "old config, newest", "new config, older"]],
    ["OLD_CONFIG_NEW_INSTANCE", ["old config, newest", "old config, old", "new config, newer"]],
    ["OLD_INSTANCE", ["old config, old", "new config, older", "new config, newer"]],
    ["NEW_INSTANCE", ["old config, newest", "new config, newer", "new config, older"]],
  ])("%s takes %j", (policy, expected) => {
    expect(names(chooseLeaving(sameZone, 3, facts(policy)))).toEqual(expected);
  });

  test("takes those in AZs that the group has left before all others", () => {
    const members = [instance("old", "a", 1, 1), instance("stray", "z", 9, 9)];
    expect(names(chooseLeaving(members, 1, facts("OLD_INSTANCE")))).toEqual(["stray"]);
  });

  test("keeps the AZs balanced before it asks the policy, unless told otherwise", () => {
    const members = [
      instance("lonely and oldest", "b", 1, 1),
      instance("older", "a", 2, 1),
      instance("newer", "a", 3, 1),
    ];
    expect(names(chooseLeaving(members, 1, facts("OLD_INSTANCE")))).toEqual(["older"]);
    const byPolicy = facts("OLD_INSTANCE", ["a", "b"], false);
    expect(names(chooseLeaving(members, 1, byPolicy))).toEqual(["lonely and oldest"]);
  });

  test("takes those added by hand last, the earliest added first", () => {
    const members = [
      instance("by hand, late", "a", 2, null),
      instance("by hand, early", "a", 1, null),
      instance("made by AS", "b", 9, 1),
    ];
    expect(names(chooseLeaving(members, 3, facts("OLD_INSTANCE")))).toEqual([
      "made by AS",
      "by hand, early",
      "by hand, late",
    ]);
  });

  test("takes as many as it is asked for and there are, never a protected one", () => {
    const anyInstance = fc
      .tuple(fc.uuid(), fc.constantFrom("a", "b", "z"), fc.nat(9), fc.option(fc.nat(9)), fc.boolean())
      .map(([name, zone, age, configuration, isProtected]) =>
        instance(name, zone, age, configuration, isProtected),
      );
    fc.assert(
      fc.property(
        fc.array(anyInstance, { maxLength: 12 }),
        fc.nat(12),
        fc.constantFrom(...TERMINATE_POLICIES),
        fc.boolean(),
        (members, count, policy, keepsBalance) => {
          const leaving = chooseLeaving(members, count, facts(policy, ["a", "b"], keepsBalance));
          const free = members.filter((it) => !it.protected);
          expect(new Set(leaving).size).toBe(Math.min(count, free.length));
          expect(leaving.every((it) => free.includes(it))).toBe(true);
        },
      ),
      { seed: 20261124 },
    );
  });
});
