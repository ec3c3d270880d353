/**
 * Execution logs of AS policies in answers of the service.
 *
 * The bodies of calls that a task made (`request`, `response`) are not read: nobody knows what they hold.
 *
 * @see as_06_0501
 */
import { identifier, integer, integerOrText, list, object, optional, rows, text } from "./wire";

const task = object("a task of an execution", {
  jobName: optional(text),
  recordType: optional(text),
  recordTime: optional(text),
  code: optional(text),
  message: optional(text),
  jobStatus: optional(text),
});

const policyExecutionLog = object("an execution log of an AS policy", {
  id: identifier,
  status: identifier,
  failedReason: optional(text),
  executeType: optional(text),
  executeTime: identifier,
  scalingPolicyId: identifier,
  scalingResourceType: optional(text),
  scalingResourceId: optional(text),
  tenantId: optional(text),
  type: optional(text),
  oldValue: optional(integerOrText),
  desireValue: optional(integerOrText),
  limitValue: optional(integerOrText),
  jobRecords: list(task),
  metaData: optional(
    object("an address", {
      metadataBandwidthShareType: optional(text),
      metadataEipId: optional(text),
      metadataeipAddress: optional(text),
    }),
  ),
});

/** One page of execution logs. */
export const policyExecutionLogPage = object("a page of execution logs of an AS policy", {
  scalingPolicyExecuteLog: rows(policyExecutionLog),
  totalNumber: integer,
});
