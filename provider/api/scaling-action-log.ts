/**
 * Scaling action logs of an AS group.
 *
 * @see as_06_0602
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { ScalingActionLog } from "../core/as-group/model";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { scalingActionLogPage } from "./codec/scaling-action-log";
import type { Decoded } from "./codec/wire";
import { PAGE_SIZE, readAllPages } from "./paging";

/** AS.2007: the group in the path does not exist. */
const GROUP_GONE = ["AS.2007"];

/** `2026-01-31T12:00:00Z`: the service takes whole seconds. */
const wireTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** Which logs to read. */
export interface ScalingActionLogFilter {
  /** Only actions that started in this second or later. */
  readonly since?: Date;
}

type Row = Decoded<typeof scalingActionLogPage>["scalingActivityLog"][number];

const withFailures = ({ instanceFailedList, ...log }: Row): ScalingActionLog => {
  const reasons = instanceFailedList.map(({ failedReason, failedDetails }) =>
    [failedReason, failedDetails].filter((part) => part !== undefined).join(": "),
  );
  return { ...log, failures: [...new Set(reasons)].filter((reason) => reason !== "") };
};

/** The order of the service is not documented. Times have one format, so that they compare as text. */
const newestFirst = (logs: readonly ScalingActionLog[]): readonly ScalingActionLog[] =>
  [...logs].sort((a, b) => b.startTime.localeCompare(a.startTime));

/**
 * The scaling actions of a group, newest first.
 *
 * @see as_06_0602
 */
export const listScalingActionLogs =
  (client: AsClient) =>
  (
    groupId: string,
    { since }: ScalingActionLogFilter = {},
  ): TE.TaskEither<AsError, readonly ScalingActionLog[]> =>
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
                start_time: since === undefined ? undefined : wireTime(since),
                start_number: offset,
                limit: PAGE_SIZE,
              },
              goneCodes: GROUP_GONE,
              decoder: scalingActionLogPage,
            }),
            TE.map((page) => ({ rows: page.scalingActivityLog.map(withFailures), total: page.totalNumber })),
          ),
        ({ id }) => id,
      ),
      TE.map(({ rows }) => newestFirst(rows)),
    );
