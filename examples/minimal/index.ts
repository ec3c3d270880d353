import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration, AsGroup } from "pulumi-otc-autoscaling";

/** Values of the stack. Names, types and defaults are in Pulumi.yaml. */
const config = new pulumi.Config();

/** What an instance is made of. */
const template = new AsConfiguration("web", {
  instanceConfig: {
    flavorRef: config.require("flavorId"),
    imageRef: config.require("imageId"),
    disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
    keyName: config.require("keyName"),
    securityGroups: [{ id: config.require("securityGroupId") }],
  },
});

/** How many there are, and where. */
const group = new AsGroup("web", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  scalingConfigurationId: template.id,
  minInstanceNumber: 1,
  desireInstanceNumber: config.requireNumber("capacity"),
  maxInstanceNumber: 5,
});

export const groupId = group.id;
export const status = group.scalingGroupStatus;
export const instances = group.currentInstanceNumber;
