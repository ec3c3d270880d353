import * as pulumi from "@pulumi/pulumi";
import { AsGroup } from "pulumi-otc-autoscaling";

/** Values of the stack: `pulumi config set capacity 5`. Names, types and defaults are in Pulumi.yaml. */
const config = new pulumi.Config();

const web = new AsGroup("web", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  securityGroups: [{ id: config.require("securityGroupId") }],
  scalingConfigurationId: config.require("configurationId"),
  minInstanceNumber: 2,
  desireInstanceNumber: config.requireNumber("capacity"),
  maxInstanceNumber: 10,
  availableZones: ["eu-de-01", "eu-de-02"],
  coolDownTime: config.requireNumber("cooldown"),
  tags: { env: "prod" },
});

export const groupId = web.id;
export const status = web.scalingGroupStatus;
export const instances = web.currentInstanceNumber;
