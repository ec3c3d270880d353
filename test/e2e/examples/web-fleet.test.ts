import { expect, test } from "vitest";
import { followReadme } from "./support/example";

test("the web-fleet example leaves its number to the alarms, and prints what its README says", async () => {
  await followReadme("web-fleet", {
    before: (step, { admin }) => {
      if (step !== 1) return;
      const [group] = admin.snapshot().groups;
      // What a policy does when its alarm is raised, whether or not the cooldown is over.
      admin.outside("setCapacity", {
        scaling_group_id: group?.id,
        desire_instance_number: 3,
        reason: "ALARM",
      });
      expect(admin.snapshot().groups[0]?.document["desire_instance_number"]).toBe(3);
    },
  });
});
