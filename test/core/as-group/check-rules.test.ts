import { describe, expect, it } from "vitest";
import { check } from "../../../provider/core/as-group/check";
import { UNKNOWN } from "../../../provider/core/unknown";
import { least } from "../../support/program-arguments";

type Bag = Readonly<Record<string, unknown>>;

const failuresOf = (overrides: Bag) => check({}, least(overrides), 0).failures;

const pool = (poolId: string, protocolPort: number) => ({ poolId, protocolPort });

const GRACE = "is 60, but it counts only with healthPeriodicAuditMethod ELB_AUDIT";

const broken: readonly (readonly [string, Bag, string, string])[] = [
  [
    "a minimum above the maximum",
    { minInstanceNumber: 5, maxInstanceNumber: 3 },
    "minInstanceNumber",
    "5 is greater than maxInstanceNumber 3: minimum ≤ desired ≤ maximum",
  ],
  [
    "a minimum above the default maximum",
    { minInstanceNumber: 2 },
    "minInstanceNumber",
    "2 is greater than 1, the default of maxInstanceNumber, which is not given: minimum ≤ desired ≤ maximum",
  ],
  [
    "a desired number above the maximum",
    { desireInstanceNumber: 4, maxInstanceNumber: 3 },
    "desireInstanceNumber",
    "4 is greater than maxInstanceNumber 3: minimum ≤ desired ≤ maximum",
  ],
  [
    "a desired number above the default maximum",
    { desireInstanceNumber: 2 },
    "desireInstanceNumber",
    "2 is greater than 1, the default of maxInstanceNumber, which is not given: minimum ≤ desired ≤ maximum",
  ],
  [
    "a desired number below the minimum",
    { minInstanceNumber: 2, desireInstanceNumber: 1, maxInstanceNumber: 3 },
    "desireInstanceNumber",
    "1 is less than minInstanceNumber 2: minimum ≤ desired ≤ maximum",
  ],
  [
    "a repeated network",
    { networks: [{ id: "a" }, { id: "b" }, { id: "a" }] },
    "networks[2].id",
    "repeats networks[0].id, a",
  ],
  [
    "a bandwidth without IPv6",
    { networks: [{ id: "a" }, { id: "b", ipv6Bandwidth: { id: "c" } }] },
    "networks[1].ipv6Bandwidth",
    "is given without ipv6Enable: true",
  ],
  ["a repeated zone", { availableZones: ["a", "a"] }, "availableZones[1]", "repeats availableZones[0], a"],
  [
    "both kinds of listeners",
    { lbListenerId: "a", lbaasListeners: [pool("a", 80)] },
    "lbListenerId",
    "and lbaasListeners are both given: only one of them is allowed",
  ],
  [
    "a repeated pool and port",
    { lbaasListeners: [pool("a", 80), { ...pool("a", 80), weight: 5 }] },
    "lbaasListeners[1]",
    "repeats lbaasListeners[0], pool a port 80",
  ],
  [
    "ELB audit without a listener",
    { healthPeriodicAuditMethod: "ELB_AUDIT", lbaasListeners: [] },
    "healthPeriodicAuditMethod",
    "is ELB_AUDIT, but the group has no listener: give lbaasListeners or lbListenerId, or use NOVA_AUDIT",
  ],
  [
    "a grace period with NOVA audit",
    { healthPeriodicAuditGracePeriod: 60, healthPeriodicAuditMethod: "NOVA_AUDIT", lbListenerId: "a" },
    "healthPeriodicAuditGracePeriod",
    `${GRACE}: it is NOVA_AUDIT`,
  ],
  [
    "a grace period without method and listener",
    { healthPeriodicAuditGracePeriod: 60 },
    "healthPeriodicAuditGracePeriod",
    `${GRACE}: without a listener the default is NOVA_AUDIT`,
  ],
];

const kept: readonly (readonly [string, Bag])[] = [
  ["equal numbers", { minInstanceNumber: 3, desireInstanceNumber: 3, maxInstanceNumber: 3 }],
  ["a minimum of the default maximum", { minInstanceNumber: 1 }],
  ["zero everywhere", { minInstanceNumber: 0, desireInstanceNumber: 0, maxInstanceNumber: 0 }],
  ["a pool on two ports", { lbaasListeners: [pool("a", 80), pool("a", 443)] }],
  ["a classic listener beside an empty list", { lbListenerId: "a", lbaasListeners: [] }],
  ["ELB audit with a classic listener", { healthPeriodicAuditMethod: "ELB_AUDIT", lbListenerId: "a" }],
  [
    "a grace period with a listener and the default method",
    { healthPeriodicAuditGracePeriod: 60, lbListenerId: "a" },
  ],
  ["a bandwidth with IPv6", { networks: [{ id: "a", ipv6Enable: true, ipv6Bandwidth: { id: "b" } }] }],
];

describe("check of rules between arguments", () => {
  it.each(broken)("refuses %s", (_, overrides, property, rest) => {
    expect(failuresOf(overrides)).toEqual([{ property, reason: `${property} ${rest}` }]);
  });

  it.each(kept)("accepts %s", (_, overrides) => {
    expect(failuresOf(overrides)).toEqual([]);
  });

  /** Given in the table only so that no other rule is broken. */
  const besides: Readonly<Record<string, string>> = {
    "a desired number below the minimum": "maxInstanceNumber",
    "a grace period with NOVA audit": "lbListenerId",
  };
  const operands = broken.flatMap(([title, overrides]) =>
    Object.keys(overrides)
      .filter((name) => besides[title] !== name)
      .map((name) => [title, name, { ...overrides, [name]: UNKNOWN }] as const),
  );

  it.each(operands)("says nothing about %s while %s is not known", (_title, _name, overrides) => {
    expect(failuresOf(overrides)).toEqual([]);
  });

  it("does not compare a number that is out of its own range", () => {
    expect(failuresOf({ minInstanceNumber: 500, maxInstanceNumber: 3 })).toEqual([
      {
        property: "minInstanceNumber",
        reason: "minInstanceNumber is 500: expected an integer from 0 to 300",
      },
    ]);
  });
});
