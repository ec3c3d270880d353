/**
 * Scaling action logs (v2) in answers of the service. Version 1 does not say why an action failed.
 *
 * @see as_06_0602
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import type { ScalingActionReason } from "../../core/scaling-action/model";
import { lbaasListener } from "./as-group";
import { identifier, integer, integerOrText, list, object, optional, rows, text } from "./wire";

const scaledInstance = object("an instance of a scaling action", {
  instanceName: optional(text),
  instanceId: optional(text),
  failedReason: optional(text),
  failedDetails: optional(text),
  instanceConfig: optional(text),
});

const exchangedLoadBalancer = object("a load balancer of a scaling action", {
  lbaasListener: optional(lbaasListener),
  listener: optional(text),
  failedReason: optional(text),
  failedDetails: optional(text),
});

const scalingActionLog = object("a scaling action log", {
  id: identifier,
  status: identifier,
  type: optional(text),
  startTime: identifier,
  endTime: optional(text),
  instanceValue: integer,
  desireValue: integer,
  scalingValue: optional(integerOrText),
  description: optional(text),
  instanceAddedList: list(scaledInstance),
  instanceRemovedList: list(scaledInstance),
  instanceDeletedList: list(scaledInstance),
  instanceFailedList: list(scaledInstance),
  instanceStandbyList: list(scaledInstance),
  lbBindSuccessList: list(exchangedLoadBalancer),
  lbBindFailedList: list(exchangedLoadBalancer),
  lbUnbindSuccessList: list(exchangedLoadBalancer),
  lbUnbindFailedList: list(exchangedLoadBalancer),
});

/** One page of scaling action logs. */
export const scalingActionLogPage = object("a page of scaling action logs", {
  scalingActivityLog: rows(scalingActionLog),
  totalNumber: integer,
});

const describedReasons = object("a description of a scaling action", {
  reason: list(
    object("a reason of a scaling action", {
      changeReason: identifier,
      oldValue: optional(integerOrText),
      newValue: optional(integerOrText),
      changeTime: optional(text),
      scalingPolicyId: optional(text),
      scalingPolicyName: optional(text),
    }),
  ),
});

/** The reasons that a description tells. It is text for people, so one in another form tells none. */
export const reasonsIn = (description: string | undefined): readonly ScalingActionReason[] =>
  pipe(
    E.tryCatch(
      () => JSON.parse(description ?? "") as unknown,
      () => undefined,
    ),
    E.chainW(describedReasons.decode),
    E.match(
      () => [],
      ({ reason }) => reason,
    ),
  );
