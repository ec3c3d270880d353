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
  InitialLifecycleHookArgs,
  LbaasListenerArgs,
  NetworkArgs,
  SecurityGroupArgs,
  TimeoutsArgs,
} from "./resource/as-group-args";
export { AsNotification } from "./resource/as-notification";
export type { AsNotificationArgs } from "./resource/as-notification-args";
export { InstanceAttachment } from "./resource/instance-attachment";
export type { InstanceAttachmentArgs, InstanceProtectionArgs } from "./resource/instance-claim-args";
export { InstanceProtection } from "./resource/instance-protection";
export { AsConfiguration } from "./resource/as-configuration";
export type {
  AsConfigurationArgs,
  DiskArgs,
  DiskMetadataArgs,
  EipArgs,
  EipBandwidthArgs,
  InjectedFileArgs,
  InstanceConfigArgs,
  InstanceMetadataArgs,
  PublicIpArgs,
} from "./resource/as-configuration-args";
export type { InstanceConfigOutput } from "./resource/as-configuration-outputs";
export { LifecycleHook } from "./resource/lifecycle-hook";
export type { LifecycleHookArgs } from "./resource/lifecycle-hook-args";
export type { OperationTimeoutsArgs } from "./resource/operation-timeouts-args";
export { BlueGreenSwitch } from "./resource/blue-green-switch";
export type { BlueGreenSwitchArgs, ServingArgs } from "./resource/blue-green-switch-args";
export { AsPolicy } from "./resource/as-policy";
export type { AsPolicyArgs, ScalingPolicyActionArgs, ScheduledPolicyArgs } from "./resource/as-policy-args";
export { InstanceRefresh } from "./resource/instance-refresh";
export type { InstanceRefreshArgs, RefreshMannerArgs } from "./resource/instance-refresh-args";
export type { LbaasListenerOutput, NetworkOutput, ResourceReference } from "./resource/as-group-outputs";
export type { DeleteMode, DrainConsent, LockedChangeMode, WaitForMode } from "./core/as-group/arguments";
export type { TopicScene } from "./core/as-notification/model";
export type { DiskType, EipType, MultiFlavorPriorityPolicy, VolumeType } from "./core/as-configuration/model";
export type { DesireInstanceNumberMode } from "./core/as-group/capacity";
export type {
  ActivityType,
  HealthPeriodicAuditMethod,
  InstanceTerminatePolicy,
  MultiAzPriorityPolicy,
  Open,
  ScalingGroupStatus,
} from "./core/as-group/model";
export {
  getAsConfiguration,
  getAsConfigurationOutput,
  getAsConfigurations,
  getAsConfigurationsOutput,
} from "./lookup/as-configuration";
export type { AsConfigurationResult } from "./lookup/as-configuration";
export { getAsGroup, getAsGroupOutput, getAsGroups, getAsGroupsOutput } from "./lookup/as-group";
export type { AsGroupResult, TaggedAsGroupResult } from "./lookup/as-group";
export {
  getAsInstances,
  getAsInstancesOutput,
  getSuspendedInstances,
  getSuspendedInstancesOutput,
} from "./lookup/as-instance";
export type { AsInstanceResult, SuspendedInstanceResult } from "./lookup/as-instance";
export { getAsPolicies, getAsPoliciesOutput } from "./lookup/as-policy";
export type { AsPolicyResult } from "./lookup/as-policy";
export { getAsQuotas, getAsQuotasOutput } from "./lookup/as-quota";
export type { AsQuotaResult } from "./lookup/as-quota";
export { getLifecycleHooks, getLifecycleHooksOutput } from "./lookup/lifecycle-hook";
export type { LifecycleHookResult } from "./lookup/lifecycle-hook";
export type { GetLifecycleHooksArgs } from "./core/lookup/lifecycle-hook";
export {
  getAsPolicyExecutions,
  getAsPolicyExecutionsOutput,
  getScalingActions,
  getScalingActionsOutput,
} from "./lookup/scaling-action";
export type { AsPolicyExecutionResult, ScalingActionResult } from "./lookup/scaling-action";
export type { GetAsConfigurationArgs, GetAsConfigurationsArgs } from "./core/lookup/as-configuration";
export type { GetAsPoliciesArgs } from "./core/lookup/as-policy";
export type { GetAsGroupArgs, GetAsGroupsArgs } from "./core/lookup/as-group";
export type { GetAsInstancesArgs, GetSuspendedInstancesArgs } from "./core/lookup/as-instance";
export type { GetAsQuotasArgs } from "./core/lookup/as-quota";
export type { GetAsPolicyExecutionsArgs, GetScalingActionsArgs } from "./core/lookup/scaling-action";
export type { Colour } from "./core/blue-green-switch/model";
export type { DefaultResult, LifecycleHookType } from "./core/lifecycle-hook/model";
export type {
  PolicyMetaData,
  PolicyOperation,
  PolicyStatus,
  RecurrenceType,
  ScalingPolicyAction,
  ScalingPolicyType,
  ScalingResourceType,
  ScheduledPolicy,
} from "./core/as-policy/model";
export type { PolicyExecuteType } from "./core/as-policy/execution";
export type { ScalingActionStatus } from "./core/scaling-action/model";
export type { AsQuotaType } from "./core/as-quota/model";
