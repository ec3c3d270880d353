import * as pulumi from "@pulumi/pulumi";
import { AsGroup } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

const web = new AsGroup("web", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  securityGroups: [{ id: config.require("securityGroupId") }],
  scalingConfigurationId: config.require("configurationId"),
  minInstanceNumber: 2,
  desireInstanceNumber: 3,
  maxInstanceNumber: 10,
  availableZones: ["eu-de-01", "eu-de-02"],
  coolDownTime: 300,
  tags: { env: "prod" },
});

export const groupId = web.id;
export const name = web.scalingGroupName;
export const status = web.scalingGroupStatus;
export const instances = web.currentInstanceNumber;
