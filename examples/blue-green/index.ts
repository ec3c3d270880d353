import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration, AsGroup } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

type Colour = "blue" | "green";

const live = config.require<Colour>("live");
const images: Readonly<Record<Colour, string>> = {
  blue: config.require("imageId"),
  green: config.get("newImageId") || config.require("imageId"),
};

/** A fleet in the pool. The idle one has no instances. */
function fleet(colour: Colour, after: AsGroup[] = []): AsGroup {
  const template = new AsConfiguration(colour, {
    instanceConfig: {
      flavorRef: config.require("flavorId"),
      imageRef: images[colour],
      disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
      keyName: config.require("keyName"),
      securityGroups: [{ id: config.require("securityGroupId") }],
    },
  });
  const capacity = colour === live ? config.requireNumber("capacity") : 0;
  return new AsGroup(
    colour,
    {
      vpcId: config.require("vpcId"),
      networks: [{ id: config.require("subnetId") }],
      scalingConfigurationId: template.id,
      minInstanceNumber: capacity,
      desireInstanceNumber: capacity,
      maxInstanceNumber: 10,
      lbaasListeners: [{ poolId: config.require("poolId"), protocolPort: 8080 }],
      waitFor: "healthy",
    },
    { dependsOn: after },
  );
}

/** The idle fleet comes after the live one: it shrinks when that one is healthy, and not when it is not. */
const serving = fleet(live);
const idle = fleet(live === "blue" ? "green" : "blue", [serving]);

export const liveGroupId = serving.id;
export const liveInstances = serving.currentInstanceNumber;
export const idleInstances = idle.currentInstanceNumber;
