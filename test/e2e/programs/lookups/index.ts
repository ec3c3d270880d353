/** Declares a group, and looks up what it has and what there is besides. */
import * as pulumi from "@pulumi/pulumi";
import {
  AsGroup,
  getAsConfigurationOutput,
  getAsGroup,
  getAsGroupOutput,
  getAsGroups,
  getAsInstancesOutput,
  getAsQuotas,
  getScalingActionsOutput,
} from "pulumi-otc-autoscaling";

const config = new pulumi.Config();

const web = new AsGroup("web", {
  vpcId: config.require("vpcId"),
  networks: [{ id: config.require("subnetId") }],
  scalingConfigurationId: config.require("configurationId"),
  desireInstanceNumber: 2,
  maxInstanceNumber: 3,
  tags: { env: "prod" },
});

const shared = config.get("shared");
export const sharedName =
  shared === undefined
    ? "none"
    : getAsGroup({ scalingGroupId: shared }).then((group) => group.scalingGroupName);

export const groupsBefore = getAsGroups().then((groups) => groups.length);
export const groupQuota = getAsQuotas().then((quotas) => quotas.find(({ type }) => type === "scaling_Group"));

export const tags = getAsGroupOutput({ scalingGroupId: web.id }).tags;
const { id: scalingGroupId } = web;
export const states = getAsInstancesOutput({ scalingGroupId, healthStatus: "NORMAL" }).apply((instances) =>
  instances.map(({ lifeCycleState }) => lifeCycleState),
);
export const added = getScalingActionsOutput({ scalingGroupId, status: "SUCCESS" }).apply((actions) =>
  actions.map(({ instanceAddedList }) => instanceAddedList.length),
);

export const template = getAsConfigurationOutput({
  scalingConfigurationId: web.scalingConfigurationId.apply((id) => id ?? ""),
}).instanceConfig;
