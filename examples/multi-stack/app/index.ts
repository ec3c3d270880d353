import * as pulumi from "@pulumi/pulumi";
import { AsGroup } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

/** With a file backend, too, the name has three parts, and the first one is the word "organization". */
const platform = new pulumi.StackReference(config.require("platform"));

const group = new AsGroup("app", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  scalingConfigurationId: platform.requireOutput("configurationId") as pulumi.Output<string>,
  minInstanceNumber: 1,
  desireInstanceNumber: config.requireNumber("capacity"),
  maxInstanceNumber: 5,
});

export const configurationId = group.scalingConfigurationId;
export const instances = group.currentInstanceNumber;
