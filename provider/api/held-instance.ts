/**
 * Instances that lifecycle hooks hold.
 *
 * @see as_06_0906
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { HeldInstance } from "../core/as-group/model";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { heldInstancesAnswer } from "./codec/held-instance";

/** AS.2007: the group in the path does not exist. */
const GROUP_GONE = ["AS.2007"];

/**
 * The instances of a group that wait for the callback of a lifecycle hook.
 *
 * @see as_06_0906
 */
export const listHeldInstances =
  (client: AsClient) =>
  (groupId: string): TE.TaskEither<AsError, readonly HeldInstance[]> =>
    pipe(
      client.request({
        operation: "list held instances of AS group",
        method: "GET",
        version: "v1",
        path: `/scaling_instance_hook/${encodeURIComponent(groupId)}/list`,
        goneCodes: GROUP_GONE,
        decoder: heldInstancesAnswer,
      }),
      TE.map(({ instanceHangingInfo }) =>
        instanceHangingInfo
          .filter(({ lifecycleHookStatus }) => lifecycleHookStatus === "HANGING")
          .map(({ lifecycleHookStatus: _, ...held }) => held),
      ),
    );
