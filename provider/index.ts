/**
 * Auto Scaling of Open Telekom Cloud for Pulumi.
 *
 * @packageDocumentation
 */
export { AsGroup } from "./resource/as-group";
export type {
  AsGroupArgs,
  BandwidthArgs,
  DrainArgs,
  LbaasListenerArgs,
  NetworkArgs,
  SecurityGroupArgs,
  TimeoutsArgs,
} from "./resource/as-group-args";
export { InstanceRefresh } from "./resource/instance-refresh";
export type { InstanceRefreshArgs, RefreshMannerArgs } from "./resource/instance-refresh-args";
export type { LbaasListenerOutput, NetworkOutput, ResourceReference } from "./resource/as-group-outputs";
export type { DeleteMode, DrainConsent, LockedChangeMode, WaitForMode } from "./core/as-group/arguments";
export type { DesireInstanceNumberMode } from "./core/as-group/capacity";
export type {
  ActivityType,
  HealthPeriodicAuditMethod,
  InstanceTerminatePolicy,
  MultiAzPriorityPolicy,
  Open,
  ScalingGroupStatus,
} from "./core/as-group/model";
