import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration, AsGroup } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

const template = new AsConfiguration("web", {
  instanceConfig: {
    flavorRef: config.require("flavorId"),
    imageRef: config.require("imageId"),
    disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
    keyName: config.require("keyName"),
    securityGroups: [{ id: config.require("securityGroupId") }],
  },
});

const group = new AsGroup("web", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  scalingConfigurationId: template.id,
  minInstanceNumber: 0,
  desireInstanceNumber: config.requireNumber("capacity"),
  maxInstanceNumber: 5,
  // A hook of the group itself is there as long as the group is: a LifecycleHook would be deleted before the instances.
  initialLifecycleHooks: [
    {
      // Holds an instance that leaves until drain.sh calls back, and for ten minutes if nobody does.
      lifecycleHookName: "drain",
      lifecycleHookType: "INSTANCE_TERMINATING",
      defaultResult: "CONTINUE",
      defaultTimeout: 600,
      notificationTopicUrn: config.require("topicUrn"),
    },
  ],
  timeouts: { update: "15m", delete: "15m" },
});

export const groupId = group.id;
export const instances = group.currentInstanceNumber;
