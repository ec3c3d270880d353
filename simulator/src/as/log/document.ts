/** Scaling action logs as the API shows them, in each version. */
import type { ActionLog, BalancerExchange, LoggedBalancer, LoggedInstance } from "../model";
import { withEmpty } from "../nullness";
import { failureDetail, type ActionFailure } from "../scaling/failure";
import { timestamp } from "../time";
import type { Variants } from "../variants";

const common = (log: ActionLog): Record<string, unknown> => ({
  id: log.id,
  status: log.status,
  start_time: timestamp(log.startTime),
  instance_value: log.instanceValue,
  desire_value: log.desireValue,
  scaling_value: log.scalingValue,
});

const endTime = ({ endTime: end }: ActionLog): string => (end === null ? "" : timestamp(end));
const description = ({ reasons }: ActionLog): string =>
  reasons.length === 0 ? "" : JSON.stringify({ reason: reasons });
const names = (instances: readonly LoggedInstance[]): string => instances.map(({ name }) => name).join(",");

/** Version 1: lists of instances are names, separated by commas. */
export const logDocument = (log: ActionLog, variants: Variants): object => ({
  ...common(log),
  ...withEmpty(variants, {
    description: description(log),
    end_time: endTime(log),
    instance_added_list: names(log.added),
    instance_removed_list: names(log.removed),
    instance_deleted_list: names(log.deleted),
  }),
});

const failureFields = (failure: ActionFailure | null): { failed_reason: string; failed_details: string } => ({
  failed_reason: failure?.text ?? "",
  failed_details: failure === null ? "" : failureDetail(failure),
});

const instanceDocument = ({ name, id, failure }: LoggedInstance, variants: Variants): object =>
  withEmpty(variants, {
    instance_name: name,
    instance_id: id,
    ...failureFields(failure),
    instance_config: "",
  });

function balancerDocument({ balancer, failure }: LoggedBalancer, variants: Variants): object {
  const listener =
    typeof balancer === "string"
      ? { listener: balancer }
      : { lbaas_listener: { listener_id: null, ...balancer } };
  return { ...listener, ...withEmpty(variants, { ...failureFields(failure) }) };
}

function exchangeLists({ bound, unbound }: BalancerExchange, variants: Variants): object {
  const documents = (balancers: readonly LoggedBalancer[], failed: boolean): object[] =>
    balancers
      .filter(({ failure }) => (failure !== null) === failed)
      .map((balancer) => balancerDocument(balancer, variants));
  return withEmpty(variants, {
    lb_bind_success_list: documents(bound, false),
    lb_bind_failed_list: documents(bound, true),
    lb_unbind_success_list: documents(unbound, false),
    lb_unbind_failed_list: documents(unbound, true),
  });
}

/** What only version 2 shows: failures of instances, and what happened to load balancers. */
export function outcomeLists(log: ActionLog, variants: Variants): object {
  const failed = log.failed.map((instance) => instanceDocument(instance, variants));
  return {
    ...withEmpty(variants, { instance_failed_list: failed, instance_standby_list: [] }),
    ...(log.exchange !== null && exchangeLists(log.exchange, variants)),
  };
}

/** Version 2: lists hold objects. */
export function logDocumentV2(log: ActionLog, variants: Variants): object {
  const documents = (instances: readonly LoggedInstance[]): object[] =>
    instances.map((instance) => instanceDocument(instance, variants));
  return {
    ...common(log),
    type: log.type,
    ...(log.type !== "MODIFY_ELB" && { description: description(log) }),
    ...withEmpty(variants, {
      end_time: endTime(log),
      instance_added_list: documents(log.added),
      instance_removed_list: documents(log.removed),
      instance_deleted_list: documents(log.deleted),
    }),
    ...outcomeLists(log, variants),
  };
}
