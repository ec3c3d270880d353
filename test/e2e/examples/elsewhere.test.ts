import { expect, test } from "vitest";
import { startSimulator } from "../../../simulator/src";
import { osVariables } from "../support/project";
import { followReadme } from "./support/example";
import { README_VALUES, variableOf, type Setting } from "./support/settings";

/** A service that was not started for the example, with other ids, as a cloud is one. */
const IDS: Readonly<Partial<Record<Setting, string>>> = {
  vpcId: "7bf4a1b1-1111-4222-8333-444455556666",
  subnetId: "99999999-1111-4222-8333-444455556666",
  securityGroupId: "21111111-1111-4222-8333-444455556666",
  imageId: "0b8a2c4e-6f10-4a3b-9c5d-7e8f9a0b1c2d",
  keyName: "another-key",
};

test("an example runs where OS_* leads, with the ids of OTC_EXAMPLE_*", async () => {
  const simulator = await startSimulator({ speed: 200 });
  try {
    const settings = Object.entries(IDS).map(([setting, id]) => [variableOf(setting as Setting), id]);
    await followReadme("minimal", {
      environment: { ...osVariables(simulator), ...(Object.fromEntries(settings) as Record<string, string>) },
      before: () => expect.unreachable("no simulator was started for the example"),
    });
    const sent = JSON.stringify(simulator.admin.requests().map(({ body }) => body));
    for (const [setting, id] of Object.entries(IDS)) {
      expect(sent).toContain(id);
      expect(sent).not.toContain(README_VALUES[setting as Setting]);
    }
    const { groups, configurations } = simulator.admin.snapshot();
    expect({ groups, configurations }).toEqual({ groups: [], configurations: [] });
  } finally {
    await simulator.close();
  }
});

test("a sign-in without the ids that an example needs names the variables", async () => {
  const environment = { OS_CLOUD: "otc", OTC_EXAMPLE_GROUP_ID: "3", OTC_EXAMPLE_VPC_ID: "4" };
  await expect(followReadme("adopting", { environment })).rejects.toThrow(
    "the environment signs in, so the example runs there, and needs OTC_EXAMPLE_SUBNET_ID, OTC_EXAMPLE_CONFIGURATION_ID",
  );
});
