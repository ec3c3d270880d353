import { expect, test } from "vitest";
import { followReadme } from "./support/example";

test("the blue-green example takes the old fleet down when the new one is healthy, and prints what its README says", async () => {
  await followReadme("blue-green", {
    before: (step, { admin }) => {
      if (step !== 2) return;
      const sizes = admin
        .snapshot()
        .groups.map(({ name, instances }) => `${name.split("-")[0]} ${instances.length}`);
      expect(sizes.sort()).toEqual(["blue 0", "green 2"]);
    },
  });
});
