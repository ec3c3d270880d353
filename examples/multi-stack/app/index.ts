import * as pulumi from "@pulumi/pulumi";
import { AsGroup } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

/** The platform's stack of the same organization and the same name, unless the settings name another one. */
const platform = new pulumi.StackReference(
  config.get("platform") ?? `${pulumi.getOrganization()}/platform/${pulumi.getStack()}`,
);

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
