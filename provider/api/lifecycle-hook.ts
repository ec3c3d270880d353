/**
 * Operations on lifecycle hooks.
 *
 * @see as_06_0901, as_06_0902, as_06_0904, as_06_0907
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { AsError } from "../core/error";
import type { LifecycleHook, LifecycleHookSettings } from "../core/lifecycle-hook/model";
import type { AsClient } from "./client";
import { lifecycleHook, lifecycleHooksAnswer } from "./codec/lifecycle-hook";
import { noContent, toWire } from "./codec/wire";

/** AS.2007: the group in the path does not exist, and its hooks do not either. */
const GONE = handled.groupGone.codes;

const groupPath = (groupId: string): string => `/scaling_lifecycle_hook/${encodeURIComponent(groupId)}`;
const hookPath = (groupId: string, name: string): string =>
  `${groupPath(groupId)}/${encodeURIComponent(name)}`;

/**
 * Creates a lifecycle hook. Refused with AS.7041 when the group has one of this name already, and while a scaling action
 * is in progress.
 *
 * @see as_06_0901
 */
export const createLifecycleHook =
  (client: AsClient) =>
  (groupId: string, name: string, settings: LifecycleHookSettings): TE.TaskEither<AsError, LifecycleHook> =>
    client.request({
      operation: "create lifecycle hook",
      method: "POST",
      version: "v1",
      path: groupPath(groupId),
      body: toWire({ lifecycleHookName: name, ...settings }),
      decoder: lifecycleHook,
    });

/**
 * The lifecycle hooks of a group.
 *
 * @see as_06_0902
 */
export const listLifecycleHooks =
  (client: AsClient) =>
  (groupId: string): TE.TaskEither<AsError, readonly LifecycleHook[]> =>
    pipe(
      client.request({
        operation: "list lifecycle hooks",
        method: "GET",
        version: "v1",
        path: `${groupPath(groupId)}/list`,
        goneCodes: GONE,
        decoder: lifecycleHooksAnswer,
      }),
      TE.map(({ lifecycleHooks }) => lifecycleHooks),
    );

/**
 * Changes the given settings of a lifecycle hook, and no others. Refused while a scaling action is in progress.
 *
 * @see as_06_0904
 */
export const modifyLifecycleHook =
  (client: AsClient) =>
  (
    groupId: string,
    name: string,
    settings: Partial<LifecycleHookSettings>,
  ): TE.TaskEither<AsError, LifecycleHook> =>
    client.request({
      operation: "modify lifecycle hook",
      method: "PUT",
      version: "v1",
      path: hookPath(groupId, name),
      body: toWire(settings),
      goneCodes: GONE,
      decoder: lifecycleHook,
    });

/**
 * Deletes a lifecycle hook. Refused while a scaling action is in progress.
 *
 * @see as_06_0907
 */
export const deleteLifecycleHook =
  (client: AsClient) =>
  (groupId: string, name: string): TE.TaskEither<AsError, void> =>
    client.request({
      operation: "delete lifecycle hook",
      method: "DELETE",
      version: "v1",
      path: hookPath(groupId, name),
      goneCodes: GONE,
      decoder: noContent,
    });
