/**
 * Scaling action logs (v2) in answers of the service. Version 1 does not say why an action failed.
 *
 * @see as_06_0602
 */
import { identifier, integer, list, object, optional, rows, text } from "./wire";

const failedInstance = object("a failed instance", {
  failedReason: optional(text),
  failedDetails: optional(text),
});

const scalingActionLog = object("a scaling action log", {
  id: identifier,
  status: identifier,
  startTime: identifier,
  endTime: optional(text),
  instanceValue: integer,
  desireValue: integer,
  instanceFailedList: list(failedInstance),
});

/** One page of scaling action logs. */
export const scalingActionLogPage = object("a page of scaling action logs", {
  scalingActivityLog: rows(scalingActionLog),
  totalNumber: integer,
});
