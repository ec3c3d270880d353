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
});

export const configurationId = template.id;
