import { describe, expect, test } from "vitest";
import { system, data, config, encrypted, create, created, read } from "./support/configurations";
import { createRunningGroup, idsOf, instancesOf, startService, UNKNOWN, type Json } from "./support/service";

describe("the disks of a configuration", () => {
  test("takes empty texts and null of a disk for what it does not have, as the Go client sends them", async () => {
    const service = startService();
    const nothing = { data_disk_image_id: "", snapshot_id: "", dedicated_storage_id: "", metadata: null };
    const id = await created(service, {
      ...config,
      disk: [
        { ...system, ...nothing },
        { ...data, ...nothing },
      ],
    });
    const { disk } = (await read(service, id))["instance_config"] as Json;
    expect(disk).toEqual([system, data]);
  });

  test("encrypts data disks, and restores all disks or none", async () => {
    const service = startService();
    const disk = [
      { ...system, snapshot_id: UNKNOWN },
      { ...data, snapshot_id: UNKNOWN, metadata: encrypted },
    ];
    const id = await created(service, { ...config, disk });
    expect(await read(service, id)).toMatchObject({ instance_config: { disk } });
  });

  test("takes the disks that AS gave an instance when that is the template", async () => {
    const service = startService();
    const disk = [system, { ...data, metadata: encrypted }];
    const scaling_configuration_id = await created(service, { ...config, disk });
    const group = await createRunningGroup(service, 1, { scaling_configuration_id });
    const [instance_id] = idsOf(await instancesOf(service, group));
    const copy = await created(service, { instance_id, key_name: "key", disk: [system] });
    expect(await read(service, copy)).toMatchObject({ instance_config: { disk } });
  });

  test.each<[string, Json]>([
    ["AS.1028", { ...config, disk: null }],
    ["AS.1029", { ...config, disk: [] }],
    ["AS.1029", { ...config, disk: [system, system] }],
    ["AS.1029", { ...config, disk: [data] }],
    ["AS.1032", { ...config, disk: [system, ...Array.from({ length: 24 }, () => data)] }],
    ["AS.1031", { ...config, disk: [{ ...system, size: 1025 }] }],
    ["AS.1031", { ...config, disk: [{ ...system, size: "40" }] }],
    ["AS.1031", { ...config, disk: [system, { ...data, size: 9 }] }],
    ["AS.1031", { ...config, disk: [system, { ...data, size: 32769 }] }],
    ["AS.1033", { ...config, disk: [{ ...system, volume_type: "TAPE" }] }],
    ["AS.1034", { ...config, disk: [{ ...system, disk_type: "SWAP" }] }],
    ["AS.1055", { ...config, disk: [{ ...system, data_disk_image_id: UNKNOWN }] }],
    ["AS.1053", { ...config, disk: [system, { ...data, data_disk_image_id: "no-id" }] }],
    ["AS.1066", { ...config, disk: [{ ...system, snapshot_id: "no-id" }] }],
    [
      "AS.1064",
      { ...config, disk: [system, { ...data, snapshot_id: UNKNOWN, data_disk_image_id: UNKNOWN }] },
    ],
    ["AS.1062", { ...config, disk: [system, { ...data, snapshot_id: UNKNOWN }] }],
    ["AS.0022", { ...config, disk: [system, { ...data, metadata: "encrypted" }] }],
    ["AS.0022", { ...config, disk: [system, { ...data, metadata: { __system__encrypted: true } }] }],
    ["AS.0022", { ...config, disk: [system, { ...data, metadata: { __system__encrypted: "1" } }] }],
    ["AS.0022", { ...config, disk: [{ ...system, metadata: encrypted }] }],
  ])("are refused with %s in %j", async (code, instance_config) => {
    const service = startService();
    expect(await create(service, instance_config)).toMatchObject({ status: 400, code });
    expect(service.snapshot().configurations).toEqual([]);
  });
});
