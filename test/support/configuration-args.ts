/** Arguments of AS configurations as programs write them. */
import type { Args } from "../e2e/support/group-args";

export const IMAGE = "11112222-1111-4222-8333-444455550001";
export const OTHER_IMAGE = "11112222-1111-4222-8333-444455550002";
const KEY_ID = "11112222-1111-4222-8333-444455550003";
const SNAPSHOT = "11112222-1111-4222-8333-444455550004";

export const SYSTEM_DISK = { size: 40, volumeType: "SAS", diskType: "SYS" } as const;

/** The least that a template needs. */
export const templateOf = (more: Args = {}): Args => ({
  flavorRef: "s3.medium.1",
  imageRef: IMAGE,
  disk: [SYSTEM_DISK],
  keyName: "ops",
  ...more,
});

/** The least that a configuration needs. */
export const configurationArgs = (template: Args = {}, more: Args = {}): Args => ({
  instanceConfig: templateOf(template),
  ...more,
});

/** Every part of a template, each as the service accepts it. */
export const everything: Args = {
  flavorRef: ["s3.medium.1", "s3.large.2"],
  multiFlavorPriorityPolicy: "PICK_FIRST",
  imageRef: IMAGE,
  disk: [
    SYSTEM_DISK,
    {
      size: 100,
      volumeType: "SSD",
      diskType: "DATA",
      dataDiskImageId: OTHER_IMAGE,
      metadata: { systemEncrypted: true, systemCmkid: KEY_ID },
    },
    { size: 10, volumeType: "co-p1", diskType: "DATA" },
  ],
  keyName: "ops",
  personality: [
    { path: "/etc/motd", content: "grüß dich" },
    { path: "/etc/blob", contentBase64: "AAEC/w==" },
  ],
  publicIp: { eip: { ipType: "5_bgp", bandwidth: { size: 350 } } },
  userData: "#!/bin/sh\necho grüß dich",
  metadata: { role: "web" },
  securityGroups: [{ id: KEY_ID }, { id: SNAPSHOT }],
};
