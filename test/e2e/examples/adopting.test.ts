import { expect, test } from "vitest";
import type { Simulator } from "../../../simulator/src";
import { byHand } from "../../support/by-hand";
import { followReadme } from "./support/example";
import { README_VALUES, type Settings } from "./support/settings";

/** A group as somebody makes it in the console. */
async function makeGroup(simulator: Simulator): Promise<Settings> {
  const { vpcId, subnetId } = README_VALUES;
  const { scaling_configuration_id: configurationId } = simulator.admin.outside("seedConfiguration") as {
    scaling_configuration_id: string;
  };
  const call = await byHand(simulator);
  const made = await call("POST", "scaling_group", {
    scaling_group_name: "shop",
    scaling_configuration_id: configurationId,
    vpc_id: vpcId,
    networks: [{ id: subnetId }],
    desire_instance_number: 2,
    max_instance_number: 4,
  });
  const groupId = String(made["scaling_group_id"]);
  await call("POST", `scaling_group/${groupId}/action`, { action: "resume" });
  await expect.poll(() => simulator.admin.snapshot().groups[0]?.document["current_instance_number"]).toBe(2);
  return { groupId, configurationId };
}

test("the adopting example changes what differs and lets the group live on, and prints what its README says", async () => {
  await followReadme("adopting", {
    prepare: makeGroup,
    afterwards: ({ admin }) => {
      const { groups } = admin.snapshot();
      expect(
        groups.map(({ name, document, tags, instances }) => [
          name,
          document["cool_down_time"],
          tags,
          instances.length,
        ]),
      ).toEqual([["shop", 600, { owner: "shop" }, 2]]);
    },
  });
});
