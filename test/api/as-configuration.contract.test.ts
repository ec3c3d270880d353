import { describe, expect, it } from "vitest";
import {
  createAsConfiguration,
  deleteAsConfiguration,
  getAsConfiguration,
  listAsConfigurations,
} from "../../provider/api/as-configuration";
import type { InstanceConfigRequest } from "../../provider/core/as-configuration/model";
import { errorOf, valueOf } from "./support/either";
import { NOTHING, simulated } from "./support/simulated";

const IMAGE = "00000000-0000-4000-8000-0000000000a1";
const KEY = "00000000-0000-4000-8000-0000000000a2";
const SECURITY_GROUP = "00000000-0000-4000-8000-0000000000a3";

const template: InstanceConfigRequest = {
  flavorRef: "s3.medium.1,s3.large.2",
  multiFlavorPriorityPolicy: "PICK_FIRST",
  imageRef: IMAGE,
  disk: [
    { size: 40, volumeType: "SAS", diskType: "SYS" },
    {
      size: 100,
      volumeType: "SSD",
      diskType: "DATA",
      dataDiskImageId: IMAGE,
      metadata: { systemEncrypted: true, systemCmkid: KEY },
    },
  ],
  keyName: "key",
  personality: [{ path: "/etc/motd", content: "aGVsbG8=" }],
  publicIp: { eip: { ipType: "5_bgp", bandwidth: { size: 25, shareType: "PER", chargingMode: "traffic" } } },
  userData: "IyEvYmluL3No",
  metadata: { role: "web" },
  securityGroups: [{ id: SECURITY_GROUP }],
};

describe.each(["null", "absent", "empty"] as const)(
  "an AS configuration, where what is empty is %s",
  (nullness) => {
    it("is read as it was created, alone and in the listing, and is gone when it was deleted", async () => {
      const { client, simulator } = await simulated({ variants: { nullness } });
      const id = await valueOf(
        createAsConfiguration(client)({ scalingConfigurationName: "web", instanceConfig: template }),
      );
      const live = await valueOf(getAsConfiguration(client)(id));
      expect(live).toMatchObject({ scalingConfigurationId: id, scalingConfigurationName: "web" });
      expect(live.instanceConfig).toStrictEqual({
        ...template,
        keyFingerprint: live.instanceConfig.keyFingerprint,
      });
      const { configurations } = await valueOf(
        listAsConfigurations(client)({ scalingConfigurationName: "we", imageId: IMAGE }),
      );
      expect(configurations).toEqual([live]);
      await valueOf(deleteAsConfiguration(client)(id));
      expect(await errorOf(getAsConfiguration(client)(id))).toMatchObject({ _tag: "NotFound" });
      expect(await errorOf(deleteAsConfiguration(client)(id))).toMatchObject({ _tag: "NotFound" });
      expect(simulator.admin.snapshot().configurations).toHaveLength(1);
    });
  },
);

describe("an AS configuration", () => {
  it("is made from an ECS, from another configuration, and with a password that nobody reads again", async () => {
    const { client, simulator, configurationId, pausedGroup } = await simulated({
      variants: { login: "any" },
    });
    const { instance_id: instanceId } = simulator.admin.outside("createServer", {
      scaling_group_id: await pausedGroup(),
    }) as { instance_id: string };
    const create = createAsConfiguration(client);
    const fromServer = await valueOf(
      create({ scalingConfigurationName: "copy", instanceConfig: { instanceId, keyName: "key" } }),
    );
    expect((await valueOf(getAsConfiguration(client)(fromServer))).instanceConfig).toMatchObject({
      instanceId,
      keyName: "key",
    });
    const fromSource = await valueOf(
      create({
        scalingConfigurationName: "child",
        sourceScalingConfigurationId: configurationId,
        instanceConfig: { flavorRef: "s3.large.2", metadata: { admin_pass: "Lighthouse-7" } },
      }),
    );
    const child = await valueOf(getAsConfiguration(client)(fromSource));
    expect(child.instanceConfig).toMatchObject({ flavorRef: "s3.large.2", keyName: "simulator-key" });
    expect(JSON.stringify(child)).not.toContain("Lighthouse");
  });

  it("in use is not deleted, and one that does not exist is no source", async () => {
    const { client, configurationId, pausedGroup } = await simulated();
    await pausedGroup();
    expect(await errorOf(deleteAsConfiguration(client)(configurationId))).toMatchObject({ code: "AS.1006" });
    expect(
      await errorOf(
        createAsConfiguration(client)({
          scalingConfigurationName: "child",
          sourceScalingConfigurationId: NOTHING,
        }),
      ),
    ).toMatchObject({ _tag: "Refused", code: "AS.1004" });
  });
});
