import { expect, it } from "vitest";
import { instancesIn, sizeAfter } from "../../../../components/alarm-scaling/plan/movement";

it.each([
  [50, 1, 1],
  [50, 3, 1],
  [50, 5, 2],
  [10, 4, 1],
  [150, 3, 4],
  [50, 0, 0],
])(
  "%i percent of %i instances are %i: a fraction above 1 is rounded down, one below 1 up",
  (value, size, moved) => {
    expect(instancesIn({ unit: "percent", value }, size)).toBe(moved);
  },
);

it("a group never leaves its bounds", () => {
  const bounds = { min: 2, max: 5 };
  expect(sizeAfter("scaleOut", { unit: "instances", value: 3 }, 4, bounds)).toBe(5);
  expect(sizeAfter("scaleIn", { unit: "instances", value: 3 }, 4, bounds)).toBe(2);
  expect(sizeAfter("scaleIn", { unit: "instances", value: 1 }, 4, bounds)).toBe(3);
});
