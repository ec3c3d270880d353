/** Scaling action logs, version 1. */
import type { ActionLog, Group, LoggedInstance } from "../model";
import { withEmpty } from "../nullness";
import { inListOrder, page, type Query } from "../paging";
import { refuse } from "../refusal";
import { isTimestamp, timestamp } from "../time";
import type { Variants } from "../variants";
import type { World } from "../world";

const names = (instances: readonly LoggedInstance[]): string => instances.map(({ name }) => name).join(",");

/** A log as the API shows it: lists of instances are names, separated by commas. */
export function logDocument(log: ActionLog, variants: Variants): object {
  return {
    id: log.id,
    status: log.status,
    start_time: timestamp(log.startTime),
    instance_value: log.instanceValue,
    desire_value: log.desireValue,
    scaling_value: log.scalingValue,
    ...withEmpty(variants, {
      description: log.reasons.length === 0 ? "" : JSON.stringify({ reason: log.reasons }),
      end_time: log.endTime === null ? "" : timestamp(log.endTime),
      instance_added_list: names(log.added),
      instance_removed_list: names(log.removed),
      instance_deleted_list: names(log.deleted),
    }),
  };
}

/** Moments of this one form compare as texts do. */
function moment(value: unknown, code: string, field: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !isTimestamp(value)) {
    throw refuse(code, `${field} must have the form YYYY-MM-DDThh:mm:ssZ`);
  }
  return value;
}

/** The page of logs that a query asks for; a running action counts as one without an end. */
export function listLogs(world: World, group: Group, query: Query): object {
  const from = moment(query["start_time"], "AS.9001", "start_time");
  const to = moment(query["end_time"], "AS.9002", "end_time");
  const logs = inListOrder(group.logs, world.variants).filter(({ startTime }) => {
    const start = timestamp(startTime);
    return (from === undefined || start >= from) && (to === undefined || start <= to);
  });
  const codes = { start: "AS.9003", limit: "AS.9004" };
  const { rows, ...paging } = page(logs, query, codes, world.variants);
  return { ...paging, scaling_activity_log: rows.map((log) => logDocument(log, world.variants)) };
}
