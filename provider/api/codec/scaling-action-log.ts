/**
 * Scaling action logs (v1) in answers of the service.
 *
 * @see as_06_0601
 */
import type { ScalingActionLog } from "../../core/as-group/model";
import type { Decoder } from "../../core/codec/decoder";
import { identifier, integer, object, optional, rows, text } from "./wire";

const scalingActionLog: Decoder<ScalingActionLog> = object("a scaling action log", {
  id: identifier,
  status: identifier,
  startTime: identifier,
  endTime: optional(text),
  instanceValue: integer,
  desireValue: integer,
  description: optional(text),
});

/** One page of scaling action logs. */
export const scalingActionLogPage = object("a page of scaling action logs", {
  scalingActivityLog: rows(scalingActionLog),
  totalNumber: integer,
});
