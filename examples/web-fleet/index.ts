import * as pulumi from "@pulumi/pulumi";
import { AlarmScaling, ElasticFleet } from "pulumi-otc-autoscaling/components";

const config = new pulumi.Config();

const PORT = 8080;

/** Starts the web server at the first boot. */
const userData = `#!/bin/sh
mkdir -p /srv/web && echo "hello from $(hostname)" > /srv/web/index.html
cd /srv/web && nohup python3 -m http.server ${PORT} > /dev/null 2>&1 &
`;

const bounds = { minInstanceNumber: 2, maxInstanceNumber: 10 };

/** Web servers in two zones; the load balancer says which of them are healthy. */
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
  ...bounds,
  lbaasListeners: [{ poolId: config.require("poolId"), protocolPort: PORT }],
  healthPeriodicAuditGracePeriod: 120,
  refresh: true,
});

/** Half as many again when the processors are busy, soon again; one less when they idle, late again. */
new AlarmScaling("web", {
  ...bounds,
  scalingGroupId: web.scalingGroupId,
  scaleOut: { alarmId: config.require("alarmOutId"), threshold: 70, coolDownTime: 120 },
  scaleIn: { alarmId: config.require("alarmInId"), threshold: 30, coolDownTime: 900 },
});

export const groupId = web.scalingGroupId;
export const instances = web.currentInstanceNumber;
