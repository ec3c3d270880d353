import * as pulumi from "@pulumi/pulumi";
import { AsConfiguration, AsGroup, AsPolicy } from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

const template = new AsConfiguration("office", {
  instanceConfig: {
    flavorRef: config.require("flavorId"),
    imageRef: config.require("imageId"),
    disk: [{ size: 40, volumeType: "SAS", diskType: "SYS" }],
    keyName: config.require("keyName"),
    securityGroups: [{ id: config.require("securityGroupId") }],
  },
});

/** The program says how many instances there are at first; from then on the schedule does. */
const group = new AsGroup("office", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  scalingConfigurationId: template.id,
  minInstanceNumber: 1,
  desireInstanceNumber: 1,
  desireInstanceNumberMode: "initial",
  maxInstanceNumber: 6,
});

/** Every time is UTC, and the service knows no daylight saving: 06:00 is 07:00 in Berlin in winter, 08:00 in summer. */
const morning = new AsPolicy("office-morning", {
  scalingResourceId: group.id,
  scalingPolicyType: "RECURRENCE",
  scheduledPolicy: {
    launchTime: "06:00",
    recurrenceType: "Weekly",
    recurrenceValue: "2,3,4,5,6", // Monday to Friday; 1 is Sunday
    endTime: config.require("scheduleEnd"),
  },
  scalingPolicyAction: { operation: "SET", size: 4 },
});

const evening = new AsPolicy("office-evening", {
  scalingResourceId: group.id,
  scalingPolicyType: "RECURRENCE",
  scheduledPolicy: {
    launchTime: "19:00",
    recurrenceType: "Daily",
    endTime: config.require("scheduleEnd"),
  },
  scalingPolicyAction: { operation: "SET", size: 1 },
});

export const groupId = group.id;
export const schedule = [morning, evening].map(({ scheduledPolicy, scalingPolicyAction }) =>
  pulumi
    .all([scheduledPolicy, scalingPolicyAction])
    .apply(([when, what]) => `${when?.launchTime} UTC: ${what.size}`),
);
