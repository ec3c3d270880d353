import * as pulumi from "@pulumi/pulumi";
import { AsGroup } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

const group = new AsGroup(
  "shop",
  {
    adoptId: config.require("groupId"),
    vpcId: config.require("vpcId"),
    networks: [{ id: config.require("subnetId") }],
    scalingConfigurationId: config.require("configurationId"),
    coolDownTime: 600,
    tags: { owner: "shop" },
  },
  // `destroy` forgets the group and leaves it as it is. Take this out when it is to be the stack's own.
  { retainOnDelete: true },
);

export const name = group.scalingGroupName;
export const instances = group.currentInstanceNumber;
