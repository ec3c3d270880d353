import { describe, expect, test } from "vitest";
import { groupsMatching, groupView } from "../../../../simulator/page/view/group";
import { countSentence, kindOf } from "../../../../simulator/page/view/instance";
import { group, instance } from "../examples";

describe("an instance", () => {
  test.each([
    ["INSERVICE", "NORMAL", "serving"],
    ["INSERVICE", "ERROR", "failing"],
    ["PENDING", "INITIALIZING", "joining"],
    ["PENDING_WAIT", "INITIALIZING", "held"],
    ["REMOVING", "NORMAL", "leaving"],
    ["REMOVING_WAIT", "ERROR", "held"],
  ] as const)("in %s with health %s is %s", (state, health, kind) => {
    expect(kindOf(instance({ state, health }))).toBe(kind);
  });

  test("is counted by kind in a sentence", () => {
    const instances = [
      instance({ state: "REMOVING" }),
      instance(),
      instance(),
      instance({ health: "ERROR" }),
    ];
    expect(countSentence(instances)).toBe("2 in service, 1 in service, but unhealthy, 1 leaving");
    expect(countSentence([])).toBe("no instances");
  });
});

describe("a group", () => {
  test("shows its instances as dots by AZ, those without instances too", () => {
    const instances = [
      instance({ name: "one" }),
      instance({ name: "two", state: "PENDING", id: null }),
      instance({ name: "three", zone: "eu-de-02", protected: true }),
    ];
    const view = groupView(group({ zones: ["eu-de-01", "eu-de-02", "eu-de-03"], instances }));
    expect(view.zones).toEqual([
      {
        name: "eu-de-01",
        sentence: "1 in service, 1 joining",
        dots: [
          { name: "one", kind: "serving", protected: false, title: "one: in service" },
          { name: "two", kind: "joining", protected: false, title: "two: joining" },
        ],
      },
      {
        name: "eu-de-02",
        sentence: "1 in service",
        dots: [{ name: "three", kind: "serving", protected: true, title: "three: in service, protected" }],
      },
      { name: "eu-de-03", sentence: "no instances", dots: [] },
    ]);
  });

  test("has its numbers in words and as lines on a scale up to its maximum", () => {
    const view = groupView(group({ min: 1, desired: 3, max: 4, instances: [instance(), instance()] }));
    expect(view.numbers).toBe("2 in service; min 1, desired 3, max 4");
    expect(view.gauge).toEqual({ serving: 0.5, min: 0.25, desired: 0.75, max: 1 });
  });

  test("has a scale that holds more instances than allowed, and none at all", () => {
    const instances = [instance(), instance(), instance(), instance()];
    expect(groupView(group({ min: 0, desired: 1, max: 2, instances })).gauge).toMatchObject({
      serving: 1,
      max: 0.5,
    });
    expect(groupView(group({ min: 0, desired: 0, max: 0 })).gauge).toEqual({
      serving: 0,
      min: 0,
      desired: 0,
      max: 0,
    });
  });

  test.each([
    [{}, "good", ""],
    [{ cooldownUntil: "2026-01-01T07:08:09Z" }, "good", "cooldown until 07:08:09"],
    [{ activity: "NORMAL", detail: "old" }, "busy", "scaling action NORMAL is running"],
    [{ detail: "AS.0001: System error." }, "good", "AS.0001: System error."],
    [{ status: "PAUSED" }, "idle", ""],
    [{ status: "DELETING" }, "busy", ""],
    [{ status: "ERROR", detail: "AS.7115: no vCPU" }, "bad", "AS.7115: no vCPU"],
    [{ status: "ERROR" }, "bad", "the last scaling action failed"],
  ] as const)("with %o is %s and notes '%s'", (given, tone, note) => {
    expect(groupView(group(given))).toMatchObject({ tone, note });
  });
});

test("a filter finds groups by name, status and id, whatever the case", () => {
  const groups = [
    group({ id: "a1", name: "web" }),
    group({ id: "b2", name: "api", status: "PAUSED" }),
    group({ id: "c3", name: "Webshop" }),
  ];
  const found = (text: string): readonly string[] => groupsMatching(groups, text).map(({ id }) => id);
  expect(found(" WEB ")).toEqual(["a1", "c3"]);
  expect(found("paused")).toEqual(["b2"]);
  expect(found("c3")).toEqual(["c3"]);
  expect(found("")).toEqual(["a1", "b2", "c3"]);
});
