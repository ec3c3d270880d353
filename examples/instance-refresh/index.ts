import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration, AsGroup, InstanceRefresh } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

/** A new image makes a new AS configuration, because one cannot be modified. */
const template = new AsConfiguration("web", {
  instanceConfig: {
    flavorRef: config.require("flavorId"),
    imageRef: config.require("imageId"),
    disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
    keyName: config.require("keyName"),
    securityGroups: [{ id: config.require("securityGroupId") }],
  },
});

/** The group gets the new configuration; its instances stay what they are. */
const group = new AsGroup("web", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  scalingConfigurationId: template.id,
  minInstanceNumber: 1,
  desireInstanceNumber: config.requireNumber("capacity"),
  maxInstanceNumber: 10,
});

/** Whenever the configuration changes, new instances come first, one at a time, and old ones leave. */
const refresh = new InstanceRefresh("web", {
  scalingGroupId: group.id,
  triggers: { configuration: group.scalingConfigurationId },
  maxSurge: 1,
});

export const groupId = group.id;
export const instances = group.currentInstanceNumber;
export const replaced = refresh.replacedInstanceNumber;
