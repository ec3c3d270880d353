/** Execution logs of AS policies. */
import { momentFilter } from "../log/moment";
import { inListOrder, page, type Query } from "../paging";
import { refuse } from "../refusal";
import { timestamp } from "../time";
import { isId, oneOf } from "../value";
import type { World } from "../world";
import { readResourceType } from "./fields";
import { EXECUTE_TYPES, type ExecutionLog, type Policy } from "./model";
import { metadataField } from "./representation";

const JOBS = { SCALING_GROUP: "ADJUST_VM_NUMBERS", BANDWIDTH: "ADJUST_BANDWIDTH" } as const;
const TYPES = { ADD: "ADD", REDUCE: "REMOVE", SET: "SET" } as const;

function jobRecords(log: ExecutionLog): readonly object[] {
  if (log.endTime === null) return [];
  const adjusted = `adjusted from ${log.oldValue} to ${log.desireValue}`;
  return [
    {
      job_name: JOBS[log.resourceType],
      record_type: "MEG",
      record_time: timestamp(log.endTime),
      message: log.status === "SUCCESS" ? adjusted : log.failedReason,
      job_status: log.status,
    },
  ];
}

/** An execution log as the API shows it; numbers are texts. */
export function executionLogDocument(world: World, policy: Policy, log: ExecutionLog): object {
  return {
    id: log.id,
    status: log.status,
    ...(log.failedReason !== "" && { failed_reason: log.failedReason }),
    execute_type: log.executeType,
    execute_time: timestamp(log.executeTime),
    scaling_policy_id: policy.id,
    scaling_resource_type: log.resourceType,
    scaling_resource_id: log.resourceId,
    tenant_id: world.projectId,
    type: TYPES[log.action.operation],
    old_value: String(log.oldValue),
    desire_value: String(log.desireValue),
    limit_value: String(log.action.limits ?? 0),
    job_records: jobRecords(log),
    // Spelt so by the service.
    ...metadataField(world, log.resourceId, "metadataeip_address"),
  };
}

type Filter = (log: ExecutionLog) => boolean;

const readExecuteType = oneOf("AS.0022", "execute_type", EXECUTE_TYPES);

function filtersOf(query: Query): readonly Filter[] {
  const { log_id: id, scaling_resource_id: resourceId, scaling_resource_type, execute_type } = query;
  if (id !== undefined && !isId(id)) throw refuse("AS.9010", "log_id must be a valid id");
  if (resourceId !== undefined && !isId(resourceId)) {
    throw refuse("AS.9011", "scaling_resource_id must be a valid id");
  }
  const resourceType =
    scaling_resource_type === undefined ? undefined : readResourceType(scaling_resource_type);
  const executeType = execute_type === undefined ? undefined : readExecuteType(execute_type);
  const isInTime = momentFilter(query, { from: "AS.9007", to: "AS.9007" });
  return [
    (log) => id === undefined || log.id === id,
    (log) => resourceId === undefined || log.resourceId === resourceId,
    (log) => resourceType === undefined || log.resourceType === resourceType,
    (log) => executeType === undefined || log.executeType === executeType,
    ({ executeTime }) => isInTime(executeTime),
  ];
}

/** The page of execution logs that a query asks for. AS.3037, AS.9007 to AS.9011. */
export function listExecutionLogs(world: World, policy: Policy, query: Query): object {
  const filters = filtersOf(query);
  const logs = inListOrder(policy.logs, world.variants).filter((log) =>
    filters.every((accepts) => accepts(log)),
  );
  const codes = { start: "AS.9008", limit: "AS.9009" };
  const { rows, ...paging } = page(logs, query, codes, world.variants);
  return {
    ...paging,
    scaling_policy_execute_log: rows.map((log) => executionLogDocument(world, policy, log)),
  };
}
