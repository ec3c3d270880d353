import { describe, expect, it } from "vitest";
import {
  asConfigurationAnswer,
  asConfigurationIdAnswer,
  asConfigurationPage,
  creationBody,
} from "../../../provider/api/codec/as-configuration";
import { refusals, right } from "../support/either";
import { fixture } from "../support/fixture";

const bareConfig = {
  flavorRef: "s3.medium.1",
  imageRef: "image",
  disk: [{ size: 40, volume_type: "SAS", disk_type: "SYS" }],
};
const bare = {
  scaling_configuration_id: "c",
  scaling_configuration_name: "web",
  create_time: "2026-02-11T17:20:09Z",
};

const configOf = (changes: object) =>
  right(
    asConfigurationAnswer.decode({
      scaling_configuration: { ...bare, instance_config: { ...bareConfig, ...changes } },
    }),
  ).scalingConfiguration.instanceConfig;

describe("one AS configuration", () => {
  it("is read with the encryption of its disks and without any trace of the password", () => {
    expect(right(asConfigurationAnswer.decode(fixture("as-configuration")))).toStrictEqual({
      scalingConfiguration: {
        scalingConfigurationId: "7d3f628a-1111-4b6e-8cb9-1a3e8df57a07",
        scalingConfigurationName: " shop-front",
        createTime: "2026-02-11T17:20:09Z",
        instanceConfig: {
          flavorRef: "c4.large.2",
          imageRef: "9f5184ac-1111-4d80-8edb-3c50af179c09",
          disk: [
            { size: 60, volumeType: "SSD", diskType: "SYS" },
            {
              size: 250,
              volumeType: "co-p1",
              diskType: "DATA",
              metadata: { systemEncrypted: true, systemCmkid: "8e40739b-1111-4c7f-9dca-2b4f9e068b08" },
            },
          ],
          keyName: "shop-key",
          keyFingerprint: "SHA256:bm90IGEgZmluZ2VycHJpbnQgb2YgYW55IGtleSBhdCBhbGwu",
          personality: [],
          metadata: {},
          securityGroups: [{ id: "a06295bd-1111-4e91-9fec-4d61b028ad0a" }],
          multiFlavorPriorityPolicy: "PICK_FIRST",
        },
      },
    });
  });

  it.each([
    ["absent", {}],
    [
      "null",
      { key_name: null, personality: null, public_ip: null, user_data: null, metadata: null, tenancy: null },
    ],
    [
      "empty",
      { key_name: "", personality: [], public_ip: { eip: null }, user_data: "", security_groups: [] },
    ],
  ])("has nothing where the service says that nothing is there: %s", (_, changes) => {
    expect(configOf(changes)).toStrictEqual({
      flavorRef: "s3.medium.1",
      imageRef: "image",
      disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
      personality: [],
      metadata: {},
      securityGroups: [],
    });
  });

  it.each([
    ["nothing", {}, undefined],
    ["0", { __system__encrypted: "0" }, { systemEncrypted: false }],
    ["a word of another version", { __system__encrypted: "yes", __system__cmkid: "" }, undefined],
  ])("reads a disk whose encryption is %s", (_, metadata, expected) => {
    const [disk] = configOf({ disk: [{ ...bareConfig.disk[0], metadata }] }).disk;
    expect(disk?.metadata).toEqual(expected);
  });

  it("keeps metadata that is text and drops the password, whatever the service makes of it", () => {
    expect(configOf({ metadata: { admin_pass: "***", role: "web", odd: 1 } }).metadata).toEqual({
      role: "web",
    });
  });

  it("is refused without an id, without a template, and with a size that is text", () => {
    const answer = {
      scaling_configuration: {
        ...bare,
        scaling_configuration_id: "",
        instance_config: { ...bareConfig, disk: [{ ...bareConfig.disk[0], size: "40" }] },
      },
    };
    expect(refusals(asConfigurationAnswer, answer)).toEqual([
      "scaling_configuration.scaling_configuration_id: a string that is not empty",
      "scaling_configuration.instance_config.disk[0].size: an integer",
    ]);
    expect(refusals(asConfigurationAnswer, { scaling_configuration: bare })).toEqual([
      "scaling_configuration.instance_config: an instance_config",
    ]);
  });
});

describe("a page of AS configurations", () => {
  it("tells what is put into instances, their addresses, and which group uses a configuration", () => {
    const { scalingConfigurations, totalNumber } = right(
      asConfigurationPage.decode(fixture("as-configuration-page")),
    );
    expect(totalNumber).toBe(2);
    const [front, jobs] = scalingConfigurations;
    expect(front).toMatchObject({
      scalingGroupId: "b173a6ce-1111-4fa2-80fd-5e72c139be0b",
      instanceConfig: {
        flavorRef: "c4.large.2,c3.large.2",
        personality: [{ path: "/etc/motd", content: "aGVsbG8=" }],
        publicIp: {
          eip: {
            ipType: "5_bgp",
            bandwidth: { size: 25, shareType: "PER", chargingMode: "traffic" },
          },
        },
        userData: "IyEvYmluL3No",
        metadata: { role: "web" },
      },
    });
    expect(jobs).not.toHaveProperty("scalingGroupId");
    expect(jobs?.instanceConfig).not.toHaveProperty("publicIp");
  });

  it("is not an empty one when it has no rows", () => {
    expect(refusals(asConfigurationPage, { total_number: 0 })).toEqual(["scaling_configurations: a list"]);
  });
});

describe("the answer to a creation", () => {
  it("is an id", () => {
    expect(
      right(
        asConfigurationIdAnswer.decode({ scaling_configuration_id: "d395c8e0-1111-41c4-a21f-7094e35bd00d" }),
      ),
    ).toEqual({ scalingConfigurationId: "d395c8e0-1111-41c4-a21f-7094e35bd00d" });
  });
});

describe("the body of a creation", () => {
  it("writes every field under the name that the service gives it, and metadata as it is", () => {
    expect(
      creationBody({
        scalingConfigurationName: "web",
        sourceScalingConfigurationId: "source",
        instanceConfig: {
          flavorRef: "a,b",
          multiFlavorPriorityPolicy: "PICK_FIRST",
          imageRef: "image",
          disk: [
            { size: 40, volumeType: "SAS", diskType: "SYS", snapshotId: "s" },
            {
              size: 100,
              volumeType: "SSD",
              diskType: "DATA",
              dataDiskImageId: "d",
              metadata: { systemEncrypted: true, systemCmkid: "k" },
            },
            { size: 10, volumeType: "SSD", diskType: "DATA", metadata: { systemEncrypted: false } },
          ],
          keyName: "key",
          personality: [{ path: "/etc/motd", content: "aGVsbG8=" }],
          publicIp: {
            eip: { ipType: "5_bgp", bandwidth: { size: 25, shareType: "PER", chargingMode: "traffic" } },
          },
          userData: "IyEvYmluL3No",
          metadata: { admin_pass: "p", camelCase: "kept" },
          securityGroups: [{ id: "g" }],
          marketType: "spot",
        },
      }),
    ).toEqual({
      scaling_configuration_name: "web",
      source_scaling_configuration_id: "source",
      instance_config: {
        flavorRef: "a,b",
        multi_flavor_priority_policy: "PICK_FIRST",
        imageRef: "image",
        disk: [
          { size: 40, volume_type: "SAS", disk_type: "SYS", snapshot_id: "s" },
          {
            size: 100,
            volume_type: "SSD",
            disk_type: "DATA",
            data_disk_image_id: "d",
            metadata: { __system__encrypted: "1", __system__cmkid: "k" },
          },
          { size: 10, volume_type: "SSD", disk_type: "DATA", metadata: { __system__encrypted: "0" } },
        ],
        key_name: "key",
        personality: [{ path: "/etc/motd", content: "aGVsbG8=" }],
        public_ip: {
          eip: {
            ip_type: "5_bgp",
            bandwidth: { size: 25, share_type: "PER", charging_mode: "traffic" },
          },
        },
        user_data: "IyEvYmluL3No",
        metadata: { admin_pass: "p", camelCase: "kept" },
        security_groups: [{ id: "g" }],
        market_type: "spot",
      },
    });
  });

  it("leaves out what is not given, so that it is taken from the source", () => {
    expect(creationBody({ scalingConfigurationName: "web", sourceScalingConfigurationId: "s" })).toEqual({
      scaling_configuration_name: "web",
      source_scaling_configuration_id: "s",
    });
    expect(creationBody({ scalingConfigurationName: "web", instanceConfig: { keyName: "k" } })).toEqual({
      scaling_configuration_name: "web",
      instance_config: { key_name: "k" },
    });
  });
});
