import { describe, expect, it } from "vitest";
import { forgottenMaximum, noRoom } from "../../../../components/elastic-fleet/plan/room";
import { UNKNOWN } from "../../../../provider/core/unknown";

const policies = { busy: {} };
const nailed = { minInstanceNumber: 2, maxInstanceNumber: 2 };

describe("policies of a fleet", () => {
  it("have no room between equal bounds, of which a program that gives both is told", () => {
    const movement = { policies, numbers: nailed };
    expect(noRoom(movement)).toBe(
      "maxInstanceNumber 2 leaves no room above 2 instances: the policies do nothing",
    );
    expect(forgottenMaximum(movement)).toEqual([]);
  });

  it("have none either where the maximum follows from the others", () => {
    expect(forgottenMaximum({ policies, numbers: {} })).toHaveLength(1);
    expect(
      forgottenMaximum({ policies, numbers: { minInstanceNumber: 2, desireInstanceNumber: 2 } }),
    ).toHaveLength(1);
    expect(noRoom({ policies, numbers: {} })).toBeUndefined();
  });

  it.each([
    ["there is some", { policies, numbers: { minInstanceNumber: 2, maxInstanceNumber: 3 } }],
    ["the wanted number is above the minimum", { policies, numbers: { desireInstanceNumber: 3 } }],
    [
      "the maximum is not known yet",
      { policies, numbers: { minInstanceNumber: 2, maxInstanceNumber: UNKNOWN } },
    ],
    ["there are no policies", { policies: { busy: undefined }, numbers: nailed }],
    ["all policies are paused", { policies: { busy: { enabled: false } }, numbers: nailed }],
    ["the policies are not known yet", { policies: UNKNOWN, numbers: nailed }],
  ])("are not found to lack room when %s", (_, movement) => {
    expect([noRoom(movement), ...forgottenMaximum(movement)]).toEqual([undefined]);
  });
});
