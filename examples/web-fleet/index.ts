import * as pulumi from "@pulumi/pulumi";
import { ElasticFleet } from "pulumi-otc-autoscaling/components";

const config = new pulumi.Config();

const PORT = 8080;

/** Starts the web server at the first boot. */
const userData = `#!/bin/sh
mkdir -p /srv/web && echo "hello from $(hostname)" > /srv/web/index.html
cd /srv/web && nohup python3 -m http.server ${PORT} > /dev/null 2>&1 &
`;

/** Two to ten web servers in two zones; the load balancer says which of them are healthy. */
const web = new ElasticFleet("web", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  availableZones: ["eu-de-01", "eu-de-02"],
  instanceConfig: {
    flavorRef: config.require("flavorId"),
    imageRef: config.require("imageId"),
    disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
    keyName: config.require("keyName"),
    securityGroups: [{ id: config.require("securityGroupId") }],
    userData,
  },
  minInstanceNumber: 2,
  maxInstanceNumber: 10,
  lbaasListeners: [{ poolId: config.require("poolId"), protocolPort: PORT }],
  healthPeriodicAuditGracePeriod: 120,
  refresh: true,
  policies: {
    // Out quickly: half as many again.
    out: {
      scalingPolicyType: "ALARM",
      alarmId: config.require("alarmOutId"),
      scalingPolicyAction: { operation: "ADD", percentage: 50 },
      coolDownTime: 120,
    },
    // In slowly: one after the other.
    in: {
      scalingPolicyType: "ALARM",
      alarmId: config.require("alarmInId"),
      scalingPolicyAction: { operation: "REMOVE", size: 1 },
      coolDownTime: 900,
    },
  },
});

export const groupId = web.scalingGroupId;
export const instances = web.currentInstanceNumber;
