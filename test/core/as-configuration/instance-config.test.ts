import { describe, expect, it } from "vitest";
import { instanceConfig } from "../../../provider/core/as-configuration/instance-config";
import { UNKNOWN } from "../../../provider/core/unknown";
import { refusals, right } from "../../api/support/either";
import { everything, SYSTEM_DISK, templateOf } from "../../support/configuration-args";
import type { Args } from "../../e2e/support/group-args";

const broken = (template: Args): readonly string[] => refusals(instanceConfig, templateOf(template));

const data = (more: Args = {}): Args => ({ size: 10, volumeType: "SSD", diskType: "DATA", ...more });
const withDisk = (...disk: readonly Args[]): Args => ({ disk: [SYSTEM_DISK, ...disk] });
const address = (size: number): Args => ({ publicIp: { eip: { ipType: "5_bgp", bandwidth: { size } } } });

describe("a template", () => {
  it("with everything is accepted, with the only values of a bandwidth filled in", () => {
    expect(right(instanceConfig.decode(everything))).toEqual({
      ...everything,
      publicIp: {
        eip: { ipType: "5_bgp", bandwidth: { size: 350, shareType: "PER", chargingMode: "traffic" } },
      },
    });
  });

  it.each([
    ["a list", ["a", "b"], ["a", "b"]],
    ["text with commas", "a, b", ["a", "b"]],
    ["one flavor", "a", ["a"]],
    ["flavors that are not known yet", [UNKNOWN, UNKNOWN], [UNKNOWN, UNKNOWN]],
  ])("takes %s", (_, flavorRef, flavors) => {
    expect(right(instanceConfig.decode(templateOf({ flavorRef }))).flavorRef).toEqual(flavors);
  });

  it.each([
    ["none", []],
    ["an empty one", "a,"],
    ["a repeated one", ["a", "a"]],
    ["one with a comma in a list", ["a,b"]],
    ["eleven", Array.from({ length: 11 }, (_, index) => `f${index}`)],
  ])("refuses %s as flavors", (_, flavorRef) => {
    expect(broken({ flavorRef })).toEqual([
      "flavorRef: 1 to 10 flavor ids, none empty or repeated: a list, or text with commas",
    ]);
  });

  it.each([1, 300, 350, 400, 450, 500])("takes a bandwidth of %i Mbit/s", (size) => {
    expect(right(instanceConfig.decode(templateOf(address(size)))).publicIp?.eip.bandwidth.size).toBe(size);
  });

  it.each([0, 301, 349, 550, 1.5])("refuses a bandwidth of %d Mbit/s", (size) => {
    expect(broken(address(size))).toEqual([
      "publicIp.eip.bandwidth.size: an integer from 1 to 300, or 350, 400, 450 or 500 (Mbit/s)",
    ]);
  });

  it.each<[string, Args, string]>([
    ["no system disk", { disk: [data()] }, "disk: exactly 1 disk of diskType SYS, not 0"],
    ["two system disks", withDisk(SYSTEM_DISK), "disk: exactly 1 disk of diskType SYS, not 2"],
    ["no disk", { disk: [] }, "disk: a list of 1 to 24 disks"],
    ["25 disks", withDisk(...Array.from({ length: 24 }, () => data())), "disk: a list of 1 to 24 disks"],
    [
      "a system disk of more than 1 TB",
      { disk: [{ ...SYSTEM_DISK, size: 1025 }] },
      "disk[0].size: an integer from 1 to 1024 (GB) for a SYS disk",
    ],
    [
      "a data disk of less than 10 GB",
      withDisk(data({ size: 9 })),
      "disk[1].size: an integer from 10 to 32768 (GB) for a DATA disk",
    ],
    [
      "a system disk from a data disk image",
      { disk: [{ ...SYSTEM_DISK, dataDiskImageId: "d" }] },
      "disk[0].dataDiskImageId: none: only a DATA disk is made from a data disk image",
    ],
    [
      "a restored disk from a data disk image",
      { disk: [{ ...SYSTEM_DISK, snapshotId: "s" }, data({ snapshotId: "t", dataDiskImageId: "d" })] },
      "disk[1].dataDiskImageId: none beside snapshotId, from which the disk is restored",
    ],
    [
      "one restored disk beside another",
      { disk: [{ ...SYSTEM_DISK, snapshotId: "s" }, data()] },
      "disk[1].snapshotId: a snapshotId, as other disks have one: a full-ECS backup restores every disk",
    ],
    [
      "an encrypted system disk",
      { disk: [{ ...SYSTEM_DISK, metadata: { systemEncrypted: true, systemCmkid: "k" } }] },
      "disk[0].metadata.systemEncrypted: false or none: a SYS disk cannot be encrypted",
    ],
    [
      "an encrypted disk without a key",
      withDisk(data({ metadata: { systemEncrypted: true } })),
      "disk[1].metadata.systemCmkid: the id of the customer master key that encrypts the disk",
    ],
    [
      "a key without encryption",
      withDisk(data({ metadata: { systemCmkid: "k" } })),
      "disk[1].metadata.systemEncrypted: true, as systemCmkid is given",
    ],
    [
      "six files",
      { personality: Array.from({ length: 6 }, (_, index) => ({ path: `/f${index}`, content: "x" })) },
      "personality: a list of at most 5 files",
    ],
    [
      "a file without content",
      { personality: [{ path: "/f" }] },
      "personality[0].content: content or contentBase64",
    ],
    [
      "a file with two contents",
      { personality: [{ path: "/f", content: "x", contentBase64: "eA==" }] },
      "personality[0].contentBase64: none beside content",
    ],
    [
      "a file of more than 1 KiB",
      { personality: [{ path: "/f", content: "ü".repeat(513) }] },
      "personality[0].content: text of 1 to 1024 bytes in UTF-8",
    ],
    [
      "the same file twice",
      { personality: ["/f", "/f"].map((path) => ({ path, content: "x" })) },
      "personality[1].path: another path than personality[0].path",
    ],
    [
      "user data of more than 32 KiB",
      { userData: "ü".repeat(16_385) },
      "userData: text of 1 to 32768 bytes in UTF-8",
    ],
    [
      "encoded user data that is not base64",
      { userDataBase64: "#!/bin/sh" },
      "userDataBase64: base64 of 1 to 32768 bytes",
    ],
    [
      "encoded user data of more than 32 KiB",
      { userDataBase64: Buffer.alloc(32_769).toString("base64") },
      "userDataBase64: base64 of 1 to 32768 bytes",
    ],
    ["user data twice", { userData: "x", userDataBase64: "eA==" }, "userDataBase64: none beside userData"],
    ["metadata that is no text", { metadata: { a: 1 } }, "metadata: an object whose members are all text"],
    [
      "metadata under a key with a blank",
      { metadata: { "a b": "x" } },
      "metadata: keys without blanks, dollar signs and full stops",
    ],
    [
      "metadata of more than 512 bytes",
      { metadata: { a: "x".repeat(505) } },
      "metadata: at most 512 bytes as JSON, not 513",
    ],
    [
      "the password under the name that is sent",
      { metadata: { admin_pass: "Lighthouse-7" } },
      "metadata.admin_pass: the password as adminPass",
    ],
    [
      "a repeated security group",
      { securityGroups: [{ id: "a" }, { id: "a" }] },
      "securityGroups[1].id: another one than securityGroups[0].id",
    ],
    [
      "another priority",
      { multiFlavorPriorityPolicy: "COST_FIRST" },
      "multiFlavorPriorityPolicy: PICK_FIRST",
    ],
  ])("refuses %s", (_, template, failure) => {
    expect(broken(template)).toEqual([failure]);
  });

  it.each(["Light-7", "lighthouse", "LIGHTHOUSE1", "Lighthouse 7", `L-7${"x".repeat(24)}`, "Lighthouse'7"])(
    "refuses the password %s",
    (adminPass) => {
      expect(broken({ metadata: { adminPass } })).toEqual([
        "metadata.adminPass: 8 to 26 characters of at least three kinds: A-Z, a-z, 0-9, and !@$%^-_=+[{}]:,./?",
      ]);
    },
  );

  it.each(["Lighthou", "lighthouse-7", "Light?ouse", `L-7${"x".repeat(23)}`, UNKNOWN])(
    "judges the password %s by its kinds of characters",
    (adminPass) => {
      const isWeak = adminPass === "Lighthou";
      expect(instanceConfig.decode(templateOf({ metadata: { adminPass } }))._tag).toBe(
        isWeak ? "Left" : "Right",
      );
    },
  );

  it("of an ECS refuses what the service would take from it, all at once", () => {
    expect(broken({ instanceId: "i", securityGroups: [{ id: "g" }] })).toEqual(
      ["flavorRef", "imageRef", "disk", "securityGroups"].map(
        (name) => `${name}: none beside instanceId: the service takes it from the ECS`,
      ),
    );
  });

  it("with parts that are not known yet is judged by the others", () => {
    expect(
      broken({ securityGroups: [{ id: UNKNOWN }, { id: UNKNOWN }], disk: [{ ...SYSTEM_DISK, size: 2000 }] }),
    ).toEqual(["disk[0].size: an integer from 1 to 1024 (GB) for a SYS disk"]);
  });
});
