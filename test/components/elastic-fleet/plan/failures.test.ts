import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../../provider/core/unknown";
import { fleetFailures, type KnownFleet } from "../../../../components/elastic-fleet/plan/failures";

const SEED = 20261125;
const SIX = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((key) => [key, {}]));
const IN_TIME = "known when the program runs, because resources are declared by it";

const fleet = (more: Partial<KnownFleet> = {}): KnownFleet => ({
  given: new Set(["instanceConfig"]),
  numbers: { minInstanceNumber: 1, maxInstanceNumber: 3 },
  policies: {},
  lifecycleHooks: {},
  topics: {},
  hookNames: new Map(),
  renamedHooks: [],
  ...more,
});
const reasonsOf = (more: Partial<KnownFleet>): readonly string[] =>
  fleetFailures(fleet(more)).map(({ reason }) => reason);

describe("the arguments of a fleet", () => {
  it("are right with a template, or with the id of an AS configuration", () => {
    expect(fleetFailures(fleet())).toEqual([]);
    expect(fleetFailures(fleet({ given: new Set(["scalingConfigurationId"]) }))).toEqual([]);
  });

  it.each([
    [
      "neither template nor id is given",
      { given: new Set<string>() },
      "instanceConfig is missing: expected it, or the scalingConfigurationId of an AS configuration",
    ],
    [
      "both are given",
      { given: new Set(["instanceConfig", "scalingConfigurationId"]) },
      "scalingConfigurationId and instanceConfig are both given: only one of them is allowed",
    ],
    [
      "old configurations are to stay of one that is made elsewhere",
      { given: new Set(["scalingConfigurationId", "keepConfigurations"]) },
      "keepConfigurations is given without instanceConfig: an AS configuration that is made elsewhere is kept, or not, there",
    ],
    [
      "a hook has the name of an operation",
      { hookNames: new Map([["list", "list"]]) },
      'lifecycleHooks.list has the name "list": expected 1 to 32 characters of A-Z a-z 0-9 _ -, not list; another lifecycleHookName may be given',
    ],
    [
      "two hooks have one name",
      {
        hookNames: new Map([
          ["drain", "drain"],
          ["other", "drain"],
        ]),
      },
      "lifecycleHooks.other has the name drain of lifecycleHooks.drain",
    ],
    ["there are six hooks", { lifecycleHooks: SIX }, "lifecycleHooks has 6 entries: a group has at most 5"],
    ["there are six topics", { topics: SIX }, "topics has 6 entries: a group has at most 5"],
    [
      "there are 51 policies",
      { policies: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`p${index}`, {}])) },
      "policies has 51 entries: a group has at most 50",
    ],
    ["a policy has no name", { policies: { "": {} } }, "policies has an entry without a name"],
    [
      "the policies are not known yet",
      { policies: UNKNOWN },
      `policies is not known yet: expected an object of policies by name, ${IN_TIME}`,
    ],
    [
      "the hooks are a list",
      { lifecycleHooks: [{}] },
      `lifecycleHooks is a list: expected an object of lifecycle hooks by name, ${IN_TIME}`,
    ],
    [
      "the topics are text",
      { topics: "ops" },
      `topics is text: expected an object of topics by name, ${IN_TIME}`,
    ],
    [
      "a policy is not known yet",
      { policies: { busy: UNKNOWN } },
      `policies.busy is not known yet: expected an object, ${IN_TIME}`,
    ],
    [
      "a transformation gives a hook another name",
      { renamedHooks: ["drain"] },
      "lifecycleHooks.drain gets another lifecycleHookName from transform.lifecycleHook, of which the group would not know: give lifecycleHookName here",
    ],
    [
      "there are policies, and no room above the minimum because nobody gives a maximum",
      { policies: { busy: {} }, numbers: { minInstanceNumber: 2 } },
      "maxInstanceNumber is missing: without it the fleet has 2 instances at most and at least, and its policies would do nothing",
    ],
  ])("are refused when %s", (_, more, reason) => {
    expect(reasonsOf(more)).toEqual([reason]);
  });

  it("are refused with everything that is wrong at once", () => {
    expect(
      reasonsOf({ given: new Set(), policies: { "": {} }, hookNames: new Map([["a b", "a b"]]) }),
    ).toHaveLength(3);
  });

  it("are right where entries are left out", () => {
    const none = { a: undefined, b: null };
    expect(reasonsOf({ policies: none, lifecycleHooks: none, topics: none })).toEqual([]);
  });

  it("are right with up to five hooks of different names, known or not", () => {
    const names = fc.uniqueArray(
      fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/).filter((name) => name !== "list"),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(names, fc.boolean(), (keys, areKnown) => {
        const hookNames = new Map(keys.map((key) => [key, areKnown ? key : undefined]));
        expect(fleetFailures(fleet({ hookNames }))).toEqual([]);
      }),
      { seed: SEED },
    );
  });
});
