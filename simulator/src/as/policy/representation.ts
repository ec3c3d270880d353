/** AS policies as the API shows them, in each version. */
import { withEmpty } from "../nullness";
import { timestamp } from "../time";
import type { Variants } from "../variants";
import type { World } from "../world";
import { AMOUNTS, type ApiVersion } from "./action-fields";
import type { Policy, PolicyAction, Schedule } from "./model";

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** Version 1 reads REMOVE where version 2 reads REDUCE. Only what is in use is there. */
export function actionDocument(action: PolicyAction, version: ApiVersion): Record<string, unknown> {
  const { size, percentage } = AMOUNTS[version];
  return given({
    operation: version === "v1" && action.operation === "REDUCE" ? "REMOVE" : action.operation,
    [size]: action.size,
    [percentage]: action.percentage,
    limits: action.limits,
  });
}

/** `scheduled_policy` of a policy that has one. */
export function scheduleDocument({ launch_time, recurrence }: Schedule, variants: Variants): object {
  if (recurrence === null) return { launch_time };
  const { recurrence_value, ...others } = recurrence;
  return { launch_time, ...others, ...withEmpty(variants, { recurrence_value }) };
}

/** Examples of alarm policies show null in version 1 and an empty object in version 2. */
function scheduleField(schedule: Schedule | null, version: ApiVersion, variants: Variants): object {
  if (schedule !== null) return { scheduled_policy: scheduleDocument(schedule, variants) };
  if (variants.nullness === "absent") return {};
  return { scheduled_policy: version === "v1" && variants.nullness === "null" ? null : {} };
}

function status({ paused, executing }: Policy): "EXECUTING" | "PAUSED" | "INSERVICE" {
  if (executing) return "EXECUTING";
  return paused ? "PAUSED" : "INSERVICE";
}

/** About the elastic IP address of a bandwidth; execution logs spell the last key differently. */
function bandwidthMetadata(world: World, resourceId: string, addressKey: string): object | undefined {
  const bandwidth = world.bandwidths.get(resourceId);
  return (
    bandwidth && {
      metadata_bandwidth_share_type: bandwidth.shareType,
      metadata_eip_id: bandwidth.eipId,
      [addressKey]: bandwidth.eipAddress,
    }
  );
}

/** `meta_data`; groups have none. */
export function metadataField(world: World, resourceId: string, addressKey: string): object {
  const metadata = bandwidthMetadata(world, resourceId, addressKey);
  if (metadata !== undefined) return { meta_data: metadata };
  const { nullness } = world.variants;
  return nullness === "absent" ? {} : { meta_data: nullness === "null" ? null : {} };
}

function common(world: World, policy: Policy, version: ApiVersion): Record<string, unknown> {
  const { settings } = policy;
  return {
    scaling_policy_id: policy.id,
    scaling_policy_name: settings.scaling_policy_name,
    policy_status: status(policy),
    scaling_policy_type: settings.scaling_policy_type,
    ...withEmpty(world.variants, { alarm_id: settings.alarm_id }),
    ...scheduleField(settings.schedule, version, world.variants),
    scaling_policy_action: actionDocument(settings.action, version),
    cool_down_time: settings.cool_down_time,
    create_time: timestamp(policy.createTime),
  };
}

/** A policy as a version of the API shows it. */
export function policyDocument(world: World, policy: Policy, version: ApiVersion): Record<string, unknown> {
  const { scaling_resource_id, scaling_resource_type, description } = policy.settings;
  if (version === "v1") return { ...common(world, policy, version), scaling_group_id: scaling_resource_id };
  return {
    ...common(world, policy, version),
    scaling_resource_id,
    scaling_resource_type,
    ...withEmpty(world.variants, { description }),
    ...metadataField(world, scaling_resource_id, "metadata_eip_address"),
  };
}
