import { expect, test } from "vitest";
import { followReadme } from "./support/example";

test("the blue-green example takes the old fleet down when the new one is promoted, and prints what its README says", async () => {
  /** Instances of both fleets before a step. */
  const expected: Readonly<Record<number, readonly string[]>> = {
    1: ["blue 2", "green 0"],
    2: ["blue 2", "green 2"],
    3: ["blue 0", "green 2"],
  };
  await followReadme("blue-green", {
    before: (step, { admin }) => {
      const wanted = expected[step];
      if (wanted === undefined) return;
      const sizes = admin
        .snapshot()
        .groups.map(({ name, instances }) => `${name.split("-")[1]} ${instances.length}`);
      expect(sizes.sort()).toEqual(wanted);
    },
  });
});
