import { expect, test } from "vitest";
import type { Simulator } from "../../../simulator/src";
import { followReadme } from "./support/example";

test("the instance-refresh example replaces every instance, and prints what its README says", async () => {
  let old: unknown[] = [];
  const instancesOf = ({ admin }: Simulator): unknown[] =>
    admin.snapshot().groups.flatMap(({ instances }) => instances.map(({ server }) => server?.id));
  await followReadme("instance-refresh", {
    before: (step, simulator) => {
      if (step === 1) old = instancesOf(simulator);
      if (step !== 3) return;
      expect(instancesOf(simulator)).toHaveLength(3);
      expect(instancesOf(simulator).filter((id) => old.includes(id))).toEqual([]);
    },
  });
});
