/** The live lifecycle hooks: one listing a group serves all of its hooks for a few seconds. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { listLifecycleHooks } from "../../api/lifecycle-hook";
import type { AsError } from "../../core/error";
import type { HookKey } from "../../core/lifecycle-hook/id";
import type { HookOfGroup } from "../../core/lifecycle-hook/model";
import { createKeyedRead } from "../keyed-read";
import type { SharedFactory } from "../resource/environment";

/** Looks at live hooks. */
export interface LiveHooks {
  /** A hook. None when it, or its group, is gone: a group has at most five hooks, which one answer holds. */
  readonly find: (key: HookKey) => TE.TaskEither<AsError, O.Option<HookOfGroup>>;
  /** Says that hooks of the group may have changed. */
  readonly invalidate: (groupId: string) => void;
}

/** Live hooks, read by group. */
export const createLiveHooks: SharedFactory<LiveHooks> = (client, clock) => {
  const hooksOf = (groupId: string): TE.TaskEither<AsError, readonly HookOfGroup[]> =>
    pipe(
      listLifecycleHooks(client)(groupId),
      TE.map((hooks) => hooks.map((hook) => ({ ...hook, scalingGroupId: groupId }))),
      TE.orElse((error) => (error._tag === "NotFound" ? TE.right([]) : TE.left(error))),
    );
  const groups = createKeyedRead(hooksOf, clock);
  return {
    find: ({ scalingGroupId, lifecycleHookName: wanted }) =>
      pipe(
        groups.find(scalingGroupId),
        TE.map((hooks) =>
          O.fromNullable(hooks.find(({ lifecycleHookName }) => lifecycleHookName === wanted)),
        ),
      ),
    invalidate: groups.invalidate,
  };
};
