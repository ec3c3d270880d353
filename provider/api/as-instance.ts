/**
 * Operations on the instances of an AS group.
 *
 * @see as_06_0301, as_06_0303
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { AsInstance } from "../core/as-group/model";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { asInstancePage } from "./codec/as-instance";
import { noContent } from "./codec/wire";
import { PAGE_SIZE, readAllPages } from "./paging";

/** AS.4005 and AS.2007: the group in the path does not exist. */
const GROUP_GONE = handled.groupOfInstancesGone.codes;

const instancesPath = (groupId: string): string => `/scaling_group_instance/${encodeURIComponent(groupId)}`;

/** Which instances to list; those that meet every given condition. */
export interface AsInstanceFilter {
  readonly lifeCycleState?: AsInstance["lifeCycleState"];
  readonly healthStatus?: AsInstance["healthStatus"];
  readonly protectFromScalingDown?: boolean;
}

/**
 * All instances of a group that match.
 *
 * @see as_06_0301
 */
export const listAsInstances =
  (client: AsClient) =>
  (groupId: string, filter: AsInstanceFilter = {}): TE.TaskEither<AsError, readonly AsInstance[]> =>
    pipe(
      readAllPages(
        (offset) =>
          pipe(
            client.request({
              operation: "list instances of AS group",
              method: "GET",
              version: "v1",
              path: `${instancesPath(groupId)}/list`,
              query: {
                life_cycle_state: filter.lifeCycleState,
                health_status: filter.healthStatus,
                protect_from_scaling_down: filter.protectFromScalingDown?.toString(),
                start_number: offset,
                limit: PAGE_SIZE,
              },
              goneCodes: GROUP_GONE,
              decoder: asInstancePage,
            }),
            TE.map((page) => ({ rows: page.scalingGroupInstances, total: page.totalNumber })),
          ),
        ({ instanceId, instanceName }) => instanceId ?? instanceName,
      ),
      TE.map(({ rows }) => rows),
    );

interface Batch {
  readonly operation: string;
  readonly action: "ADD" | "REMOVE" | "PROTECT" | "UNPROTECT";
  readonly idempotent: boolean;
  readonly deleteInstances?: boolean;
}

const batch =
  (client: AsClient, { operation, action, idempotent, deleteInstances }: Batch) =>
  (groupId: string, ids: readonly string[]): TE.TaskEither<AsError, void> =>
    client.request({
      operation,
      method: "POST",
      version: "v1",
      path: `${instancesPath(groupId)}/action`,
      body: {
        action,
        instances_id: ids,
        ...(deleteInstances === undefined ? {} : { instance_delete: deleteInstances ? "yes" : "no" }),
      },
      idempotent,
      goneCodes: GROUP_GONE,
      decoder: noContent,
    });

/**
 * Removes one to ten instances from a group that has no running scaling action (AS.2033), and deletes those that
 * AS created if `deleteInstances` says so. Refused as a whole with AS.4030, whose text names the instances.
 * Not repeated after a lost answer: instances that have left are refused (AS.4006).
 *
 * @see as_06_0303
 */
export const removeAsInstances =
  (client: AsClient) =>
  (
    groupId: string,
    ids: readonly string[],
    { deleteInstances }: { readonly deleteInstances: boolean },
  ): TE.TaskEither<AsError, void> =>
    batch(client, {
      operation: "remove instances from AS group",
      action: "REMOVE",
      idempotent: false,
      deleteInstances,
    })(groupId, ids);

/**
 * Adds one to ten running ECSs to a group that is in service and has no running scaling action. Refused with
 * AS.4029, whose text names the instances. Not repeated after a lost answer: members are refused (AS.4023).
 *
 * @see as_06_0303
 */
export const addAsInstances =
  (client: AsClient) =>
  (groupId: string, ids: readonly string[]): TE.TaskEither<AsError, void> =>
    batch(client, { operation: "add instances to AS group", action: "ADD", idempotent: false })(groupId, ids);

/**
 * Switches the protection of one to ten instances from automatic scale-in on or off. Refused with AS.4033, whose
 * text names the instances.
 *
 * @see as_06_0303
 */
export const protectAsInstances =
  (client: AsClient) =>
  (groupId: string, ids: readonly string[], on: boolean): TE.TaskEither<AsError, void> =>
    batch(client, {
      operation: `${on ? "protect" : "unprotect"} instances of AS group`,
      action: on ? "PROTECT" : "UNPROTECT",
      idempotent: true,
    })(groupId, ids);
