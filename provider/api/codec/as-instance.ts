/**
 * Instances of an AS group in answers of the service.
 *
 * @see as_06_0301
 */
import type { AsInstance } from "../../core/as-group/model";
import type { Decoder } from "../../core/codec/decoder";
import { flag } from "../../core/codec/scalar";
import { identifier, integer, object, optional, rows, text } from "./wire";

/** An instance. Protection has no default: an instance of which it is unknown must not pass as unprotected. */
const asInstance: Decoder<AsInstance> = object("an instance", {
  instanceId: optional(text),
  instanceName: optional(text),
  lifeCycleState: identifier,
  healthStatus: identifier,
  scalingConfigurationId: optional(text),
  scalingConfigurationName: optional(text),
  scalingGroupId: optional(text),
  scalingGroupName: optional(text),
  createTime: optional(text),
  protectFromScalingDown: flag,
});

/** One page of instances. */
export const asInstancePage = object("a page of instances", {
  scalingGroupInstances: rows(asInstance),
  totalNumber: integer,
});
