/**
 * Fleets of Open Telekom Cloud from a few lines: components on top of the resources of this package.
 *
 * @packageDocumentation
 */
export type { Child, ChildChange, Transform } from "./child";
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
export { ScheduledScaling } from "./scheduled-scaling/scheduled-scaling";
export { nextActions } from "./scheduled-scaling/next-actions";
export type { ScheduledAction } from "./scheduled-scaling/plan/actions";
export type { ScheduledScalingArgs } from "./scheduled-scaling/scheduled-scaling-args";
export type {
  Days,
  Timetable,
  TimetableChange,
  TimetableEntry,
  TimetableException,
  Weekday,
} from "./scheduled-scaling/plan/timetable";
export { BlueGreenFleet } from "./blue-green-fleet/blue-green-fleet";
export type {
  BlueGreenFleetArgs,
  BlueGreenFleetTransforms,
  FleetGroupArgs,
  FleetSideArgs,
} from "./blue-green-fleet/blue-green-fleet-args";
