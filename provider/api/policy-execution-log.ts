/**
 * Execution logs of an AS policy.
 *
 * @see as_06_0501
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { AsPolicyExecution, PolicyExecuteType } from "../core/as-policy/execution";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { policyExecutionLogPage } from "./codec/policy-execution-log";
import { PAGE_SIZE, readAllPages } from "./paging";

/** AS.3020: the policy in the path does not exist. */
const POLICY_GONE = handled.policyGone.codes;

/** Which executions to read; those that meet every given condition. */
export interface PolicyExecutionFilter {
  readonly logId?: string;
  readonly scalingResourceType?: "SCALING_GROUP" | "BANDWIDTH";
  readonly scalingResourceId?: string;
  readonly executeType?: PolicyExecuteType;
  /** Only executions of this second or later, such as `2026-01-31T12:00:00Z`. */
  readonly startTime?: string;
  /** Only executions of this second or earlier. */
  readonly endTime?: string;
}

/** The order of the service is not documented. Times have one format, so that they compare as text. */
const newestFirst = (logs: readonly AsPolicyExecution[]): readonly AsPolicyExecution[] =>
  [...logs].sort((a, b) => b.executeTime.localeCompare(a.executeTime));

/**
 * The executions of a policy, newest first.
 *
 * @see as_06_0501
 */
export const listPolicyExecutions =
  (client: AsClient) =>
  (
    policyId: string,
    filter: PolicyExecutionFilter = {},
  ): TE.TaskEither<AsError, readonly AsPolicyExecution[]> =>
    pipe(
      readAllPages(
        (offset) =>
          pipe(
            client.request({
              operation: "list execution logs of AS policy",
              method: "GET",
              version: "v1",
              path: `/scaling_policy_execute_log/${encodeURIComponent(policyId)}`,
              query: {
                log_id: filter.logId,
                scaling_resource_type: filter.scalingResourceType,
                scaling_resource_id: filter.scalingResourceId,
                execute_type: filter.executeType,
                start_time: filter.startTime,
                end_time: filter.endTime,
                start_number: offset,
                limit: PAGE_SIZE,
              },
              goneCodes: POLICY_GONE,
              decoder: policyExecutionLogPage,
            }),
            TE.map((page) => ({ rows: page.scalingPolicyExecuteLog, total: page.totalNumber })),
          ),
        ({ id }) => id,
      ),
      TE.map(({ rows }) => newestFirst(rows)),
    );
