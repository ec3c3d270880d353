/**
 * Scaling action logs of an AS group.
 *
 * @see as_06_0602
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { ActivityType, ScalingActionLog } from "../core/as-group/model";
import type { AsError } from "../core/error";
import type { ScalingAction, ScalingActionStatus } from "../core/scaling-action/model";
import type { AsClient } from "./client";
import { reasonsIn, scalingActionLogPage } from "./codec/scaling-action-log";
import { PAGE_SIZE, readAllPages } from "./paging";

/** AS.2007: the group in the path does not exist. */
const GROUP_GONE = handled.groupGone.codes;

/** Which scaling actions to read; those that meet every given condition. */
export interface ScalingActionFilter {
  readonly logId?: string;
  /** Only actions that started in this second or later, such as `2026-01-31T12:00:00Z`. */
  readonly startTime?: string;
  /** Only actions that started in this second or earlier. */
  readonly endTime?: string;
  /** Only actions of one of these types. */
  readonly type?: readonly ActivityType[];
  readonly status?: ScalingActionStatus;
}

/** The order of the service is not documented. Times have one format, so that they compare as text. */
const newestFirst = (actions: readonly ScalingAction[]): readonly ScalingAction[] =>
  [...actions].sort((a, b) => b.startTime.localeCompare(a.startTime));

/**
 * The scaling actions of a group, newest first.
 *
 * @see as_06_0602
 */
export const listScalingActions =
  (client: AsClient) =>
  (groupId: string, filter: ScalingActionFilter = {}): TE.TaskEither<AsError, readonly ScalingAction[]> =>
    pipe(
      readAllPages(
        (offset) =>
          pipe(
            client.request({
              operation: "list scaling action logs of AS group",
              method: "GET",
              version: "v2",
              path: `/scaling_activity_log/${encodeURIComponent(groupId)}`,
              query: {
                log_id: filter.logId,
                start_time: filter.startTime,
                end_time: filter.endTime,
                type: filter.type?.join(","),
                status: filter.status,
                start_number: offset,
                limit: PAGE_SIZE,
              },
              goneCodes: GROUP_GONE,
              decoder: scalingActionLogPage,
            }),
            TE.map((page) => ({
              rows: page.scalingActivityLog.map((log) => ({ ...log, reasons: reasonsIn(log.description) })),
              total: page.totalNumber,
            })),
          ),
        ({ id }) => id,
      ),
      TE.map(({ rows }) => newestFirst(rows)),
    );

const failuresOf = ({ instanceFailedList }: ScalingAction): readonly string[] => {
  const reasons = instanceFailedList.map(({ failedReason, failedDetails }) =>
    [failedReason, failedDetails].filter((part) => part !== undefined).join(": "),
  );
  return [...new Set(reasons)].filter((reason) => reason !== "");
};

const withFailures = (action: ScalingAction): ScalingActionLog => {
  const { id, status, startTime, endTime, instanceValue, desireValue } = action;
  return {
    id,
    status,
    startTime,
    ...(endTime === undefined ? {} : { endTime }),
    instanceValue,
    desireValue,
    failures: failuresOf(action),
  };
};

/** `2026-01-31T12:00:00Z`: the service takes whole seconds. */
const wireTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** Which logs to read. */
export interface ScalingActionLogFilter {
  /** Only actions that started in this second or later. */
  readonly since?: Date;
}

/** The scaling actions of a group, newest first, with what made them fail. */
export const listScalingActionLogs =
  (client: AsClient) =>
  (
    groupId: string,
    { since }: ScalingActionLogFilter = {},
  ): TE.TaskEither<AsError, readonly ScalingActionLog[]> =>
    pipe(
      listScalingActions(client)(groupId, since === undefined ? {} : { startTime: wireTime(since) }),
      TE.map((actions) => actions.map(withFailures)),
    );
