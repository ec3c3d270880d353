/**
 * Fleets of Open Telekom Cloud from a few lines: components on top of the resources of this package.
 *
 * @packageDocumentation
 */
export type { Child, Transform } from "./child";
export { ElasticFleet } from "./elastic-fleet/elastic-fleet";
export type {
  ElasticFleetArgs,
  ElasticFleetTransforms,
  FleetLifecycleHookArgs,
  FleetPolicyArgs,
  FleetTopicArgs,
} from "./elastic-fleet/elastic-fleet-args";
export { AlarmScaling } from "./alarm-scaling/alarm-scaling";
export type {
  AlarmMetric,
  AlarmScalingArgs,
  AlarmScalingTransforms,
  AlarmStepArgs,
} from "./alarm-scaling/alarm-scaling-args";
