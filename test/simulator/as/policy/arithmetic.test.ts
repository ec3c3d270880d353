import fc from "fast-check";
import { expect, test } from "vitest";
import { adjusted, isAtBound, toBandwidthStep } from "../../../../simulator/src/as/policy/arithmetic";
import type { PolicyAction } from "../../../../simulator/src/as/policy/model";

const bySize = (operation: PolicyAction["operation"], size: number): PolicyAction => ({
  operation,
  size,
  percentage: null,
  limits: null,
});
const byPercentage = (operation: PolicyAction["operation"], percentage: number): PolicyAction => ({
  operation,
  size: null,
  percentage,
  limits: null,
});
const wide = { min: 0, max: 100 };

test.each([
  ["ADD 3 to 5", bySize("ADD", 3), 5, 8],
  ["REDUCE 3 from 5", bySize("REDUCE", 3), 5, 2],
  ["SET 3 with 5", bySize("SET", 3), 5, 3],
  ["ADD 50% to 5: 2.5 is rounded down", byPercentage("ADD", 50), 5, 7],
  ["ADD 10% to 5: 0.5 is rounded up", byPercentage("ADD", 10), 5, 6],
  ["REDUCE 10% from 5", byPercentage("REDUCE", 10), 5, 4],
  ["REDUCE 70% from 5", byPercentage("REDUCE", 70), 5, 2],
  ["SET 150% of 5", byPercentage("SET", 150), 5, 7],
  ["SET 0% of 5", byPercentage("SET", 0), 5, 0],
  ["SET 1% of 5", byPercentage("SET", 1), 5, 1],
  ["ADD 20000% to 1 ends at the maximum", byPercentage("ADD", 20000), 1, 100],
  ["ADD 50% to nothing", byPercentage("ADD", 50), 0, 0],
])("%s", (_title, action, value, result) => {
  expect(adjusted(action, { ...wide, value, base: value })).toBe(result);
});

test("percentages are taken of the present number, and change the desired one", () => {
  expect(adjusted(byPercentage("ADD", 50), { ...wide, value: 6, base: 4 })).toBe(8);
});

test("the result never leaves the bounds, and ADD never lowers, REDUCE never raises within them", () => {
  const action = fc.record({
    operation: fc.constantFrom<PolicyAction["operation"]>("ADD", "REDUCE", "SET"),
    amount: fc.nat(20000),
    isPercentage: fc.boolean(),
  });
  fc.assert(
    fc.property(action, fc.nat(50), fc.nat(50), fc.nat(50), (given, min, room, offset) => {
      const max = min + room;
      const value = min + (offset % (room + 1));
      const { operation, amount, isPercentage } = given;
      const made = isPercentage ? byPercentage(operation, amount) : bySize(operation, amount);
      const result = adjusted(made, { value, base: value, min, max });
      expect(result).toBeGreaterThanOrEqual(min);
      expect(result).toBeLessThanOrEqual(max);
      if (operation === "ADD") expect(result).toBeGreaterThanOrEqual(value);
      if (operation === "REDUCE") expect(result).toBeLessThanOrEqual(value);
    }),
    { seed: 20261124, numRuns: 500 },
  );
});

test("only ADD at the upper and REDUCE at the lower bound have no room", () => {
  const at = (operation: PolicyAction["operation"], value: number): boolean =>
    isAtBound(bySize(operation, 1), { value, base: value, min: 1, max: 3 });
  expect([at("ADD", 3), at("ADD", 2), at("REDUCE", 1), at("REDUCE", 2), at("SET", 3), at("SET", 1)]).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
});

test("bandwidth above 300 is rounded to the nearest step of 50", () => {
  expect([1, 299, 300, 301, 324, 325, 380, 500].map(toBandwidthStep)).toEqual([
    1, 299, 300, 300, 300, 350, 400, 500,
  ]);
});
