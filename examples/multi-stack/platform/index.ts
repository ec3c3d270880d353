import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

/** The hardened template of which every team makes its instances. */
const template = new AsConfiguration("standard", {
  instanceConfig: {
    flavorRef: config.require("flavorId"),
    imageRef: config.require("imageId"),
    disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
    keyName: config.require("keyName"),
    securityGroups: [{ id: config.require("securityGroupId") }],
  },
  // Groups use the one that was replaced until the next `up` of their teams. Deleting it would fail until then.
  keepConfigurations: 1,
});

export const configurationId = template.id;
