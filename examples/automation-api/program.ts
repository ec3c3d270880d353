import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration, AsGroup } from "pulumi-otc-autoscaling";

/** What is declared: the same code that a project with a Pulumi.yaml has in its index.ts. */
export function program(): Record<string, pulumi.Output<unknown>> {
  const config = new pulumi.Config();
  const template = new AsConfiguration("web", {
    instanceConfig: {
      flavorRef: config.get("flavorId") ?? "s3.medium.1",
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
    minInstanceNumber: 1,
    desireInstanceNumber: config.getNumber("capacity") ?? 2,
    maxInstanceNumber: 5,
  });
  return { groupId: group.id, instances: group.currentInstanceNumber };
}
