/** The live lifecycle hooks: one listing a group serves all of its hooks for a few seconds. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { listLifecycleHooks } from "../../api/lifecycle-hook";
import type { AsError } from "../../core/error";
import type { HookKey } from "../../core/lifecycle-hook/id";
import type { HookOfGroup } from "../../core/lifecycle-hook/model";
import { createTimeline, createSharedRead, type Moment, type SharedRead } from "../shared-read";
import type { SharedFactory } from "../resource/environment";

/** Looks at live hooks. */
export interface LiveHooks {
  /** A hook. None when it, or its group, is gone: a group has at most five hooks, which one answer holds. */
  readonly find: (key: HookKey) => TE.TaskEither<AsError, O.Option<HookOfGroup>>;
  /** A hook, by a reading that begins after this call. */
  readonly findNow: (key: HookKey) => TE.TaskEither<AsError, O.Option<HookOfGroup>>;
  /** Says that hooks of the group may have changed. */
  readonly invalidate: (groupId: string) => void;
}

type Hooks = readonly HookOfGroup[];

const MAX_AGE_MS = 3000;

const named = (hooks: Hooks, name: string): O.Option<HookOfGroup> =>
  O.fromNullable(hooks.find(({ lifecycleHookName }) => lifecycleHookName === name));

/** Live hooks, read by group. */
export const createLiveHooks: SharedFactory<LiveHooks> = (client, clock) => {
  const moment = createTimeline(clock);
  const readings = new Map<string, SharedRead<Hooks>>();
  const invalidations = new Map<string, Moment>();

  const hooksOf = (groupId: string): TE.TaskEither<AsError, Hooks> =>
    pipe(
      listLifecycleHooks(client)(groupId),
      TE.map((hooks) => hooks.map((hook) => ({ ...hook, scalingGroupId: groupId }))),
      TE.orElse((error) => (error._tag === "NotFound" ? TE.right([] as Hooks) : TE.left(error))),
    );

  const readingOf = (groupId: string): SharedRead<Hooks> => {
    const reading = readings.get(groupId) ?? createSharedRead(hooksOf(groupId), moment);
    readings.set(groupId, reading);
    return reading;
  };

  const isUsable = (began: Moment, groupId: string): boolean =>
    clock.now() - began.at <= MAX_AGE_MS && began.order > (invalidations.get(groupId)?.order ?? 0);

  const findNow = ({ scalingGroupId, lifecycleHookName }: HookKey) =>
    pipe(
      readingOf(scalingGroupId).next,
      TE.map(({ value }) => named(value, lifecycleHookName)),
    );

  return {
    find: (key) => () => {
      const latest = readingOf(key.scalingGroupId).latest();
      return latest !== undefined && isUsable(latest.began, key.scalingGroupId)
        ? pipe(
            latest.answer,
            TE.map(({ value }) => named(value, key.lifecycleHookName)),
          )()
        : findNow(key)();
    },
    findNow,
    invalidate: (groupId) => {
      invalidations.set(groupId, moment());
    },
  };
};
