/**
 * Instances that lifecycle hooks hold.
 *
 * @see as_06_0906
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { HeldInstance, SuspendedInstance } from "../core/as-group/model";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { heldInstancesAnswer } from "./codec/held-instance";

/** AS.2007: the group in the path does not exist. */
const GROUP_GONE = handled.groupGone.codes;

/** Which suspensions to list. */
export interface SuspensionFilter {
  /** Only those of this ECS. */
  readonly instanceId?: string;
}

/**
 * What lifecycle hooks did to instances of a group, those that have been called back included.
 *
 * @see as_06_0906
 */
export const listSuspendedInstances =
  (client: AsClient) =>
  (groupId: string, filter: SuspensionFilter = {}): TE.TaskEither<AsError, readonly SuspendedInstance[]> =>
    pipe(
      client.request({
        operation: "list held instances of AS group",
        method: "GET",
        version: "v1",
        path: `/scaling_instance_hook/${encodeURIComponent(groupId)}/list`,
        query: { instance_id: filter.instanceId },
        goneCodes: GROUP_GONE,
        decoder: heldInstancesAnswer,
      }),
      TE.map(({ instanceHangingInfo }) => instanceHangingInfo),
    );

/** The instances of a group that wait for the callback of a lifecycle hook. */
export const listHeldInstances =
  (client: AsClient) =>
  (groupId: string): TE.TaskEither<AsError, readonly HeldInstance[]> =>
    pipe(
      listSuspendedInstances(client)(groupId),
      TE.map((suspended) =>
        suspended
          .filter(({ lifecycleHookStatus }) => lifecycleHookStatus === "HANGING")
          .map(({ instanceId, lifecycleHookName, timeout }) => ({
            instanceId,
            lifecycleHookName,
            ...(timeout === undefined ? {} : { timeout }),
          })),
      ),
    );
