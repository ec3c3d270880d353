import * as pulumi from "@pulumi/pulumi";
import type { Colour } from "pulumi-otc-autoscaling";
import { BlueGreenFleet, type FleetSideArgs } from "pulumi-otc-autoscaling/components";

const config = new pulumi.Config();

/** One of the two fleets: the same but for the image. */
const side = (imageRef: string): FleetSideArgs => ({
  instanceConfig: {
    flavorRef: config.require("flavorId"),
    imageRef,
    disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
    keyName: config.require("keyName"),
    securityGroups: [{ id: config.require("securityGroupId") }],
  },
});

const candidate = config.get<Colour>("candidate");

const web = new BlueGreenFleet("web", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  lbaasListeners: [{ poolId: config.require("poolId"), protocolPort: 8080 }],
  blue: side(config.require("imageId")),
  green: side(config.get("newImageId") || config.require("imageId")),
  live: config.require<Colour>("live"),
  ...(candidate && { candidate }),
  minInstanceNumber: 2,
  desireInstanceNumber: config.requireNumber("capacity"),
  maxInstanceNumber: 10,
});

export const { blue, green, liveGroupId } = web;
