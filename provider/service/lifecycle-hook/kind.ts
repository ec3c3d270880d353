/** The lifecycle hook as a kind of resource. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { createLifecycleHook, deleteLifecycleHook, modifyLifecycleHook } from "../../api/lifecycle-hook";
import { type AsError, stopped } from "../../core/error";
import {
  type LifecycleHookArguments,
  lifecycleHookTable,
  LONGEST_HOOK_NAME,
} from "../../core/lifecycle-hook/arguments";
import { lifecycleHookFields } from "../../core/lifecycle-hook/fields";
import { hookId, type HookKey, hookKeyOf } from "../../core/lifecycle-hook/id";
import type { HookOfGroup, LifecycleHookSettings } from "../../core/lifecycle-hook/model";
import { physicalName } from "../../core/physical-name";
import { compareResource } from "../../core/resource/compare";
import { recordedIn } from "../../core/resource/recorded";
import type { Kind } from "../resource/kind";
import { createLiveHooks } from "./live-hooks";

const keyFrom = (id: string): TE.TaskEither<AsError, HookKey> => {
  const key = hookKeyOf(id);
  return key === undefined
    ? TE.left(
        stopped(`${JSON.stringify(id.slice(0, 100))} is not the id of a lifecycle hook`, [
          "write it as <id of the AS group>/<name of the hook>",
        ]),
      )
    : TE.right(key);
};

/** A checked hook has a name, unless it was to be adopted. */
const keyOf = ({ scalingGroupId, lifecycleHookName = "" }: LifecycleHookArguments): HookKey => ({
  scalingGroupId,
  lifecycleHookName,
});

const settingsOf = (args: LifecycleHookArguments): LifecycleHookSettings => ({
  lifecycleHookType: args.lifecycleHookType,
  notificationTopicUrn: args.notificationTopicUrn,
  ...(args.defaultResult === undefined ? {} : { defaultResult: args.defaultResult }),
  ...(args.defaultTimeout === undefined ? {} : { defaultTimeout: args.defaultTimeout }),
  ...(args.notificationMetadata === undefined ? {} : { notificationMetadata: args.notificationMetadata }),
});

/**
 * A hook with our name is ours when the name was derived from our URN, or when it is what we would create. Another one
 * is somebody else's: the service then refuses a second hook of this name (AS.7041).
 */
const isOurs = (args: LifecycleHookArguments, hook: HookOfGroup): boolean =>
  hook.lifecycleHookName === physicalName(args.selfUrn, args.nameGeneration, LONGEST_HOOK_NAME) ||
  compareResource(lifecycleHookFields, { known: args, unknown: [] }, recordedIn({}), hook).changes.length ===
    0;

/** Lifecycle hooks. */
export const lifecycleHookKind: Kind<LifecycleHookArguments, HookOfGroup> = {
  title: "lifecycle hook",
  table: lifecycleHookTable,
  nameArgument: "lifecycleHookName",
  longestName: LONGEST_HOOK_NAME,
  nested: {},
  hiddenArguments: ["notificationMetadata"],
  outputNames: ["notificationTopicName", "createTime", "projectId", "region"],
  rules: () => [],
  fields: lifecycleHookFields,
  outputsOf: (hook) => ({ ...hook }),
  idOutput: "lifecycleHookName",
  busyCodes: [],
  othersMake: "its group or an interrupted run",
  find: ({ shared }, id) =>
    pipe(
      keyFrom(id),
      TE.chain((key) => shared(createLiveHooks).find(key)),
    ),
  invalidate: ({ shared }, id) => {
    const key = hookKeyOf(id);
    if (key !== undefined) shared(createLiveHooks).invalidate(key.scalingGroupId);
  },
  findOwn: ({ shared }, args, replacedId) => {
    const key = keyOf(args);
    const hooks = shared(createLiveHooks);
    if (hookId(key) === replacedId) return TE.right(O.none);
    // An older reading would lead to a second hook, or miss the first.
    hooks.invalidate(key.scalingGroupId);
    return pipe(hooks.find(key), TE.map(O.filter((hook) => isOurs(args, hook))), TE.map(O.map(hookId)));
  },
  createsUnlisted: false,
  create: ({ environment: { client, shared } }, args) => {
    const key = keyOf(args);
    return pipe(
      createLifecycleHook(client)(key.scalingGroupId, key.lifecycleHookName, settingsOf(args)),
      TE.map(() => {
        shared(createLiveHooks).invalidate(key.scalingGroupId);
        return hookId(key);
      }),
    );
  },
  update: ({ environment: { client } }, id, _args, changes) =>
    pipe(
      keyFrom(id),
      TE.chain(({ scalingGroupId, lifecycleHookName }) =>
        modifyLifecycleHook(client)(
          scalingGroupId,
          lifecycleHookName,
          Object.fromEntries(changes.map(({ field, wanted }) => [field, wanted])),
        ),
      ),
    ),
  remove: ({ environment: { client } }, id) =>
    pipe(
      keyFrom(id),
      TE.chain(({ scalingGroupId, lifecycleHookName }) =>
        deleteLifecycleHook(client)(scalingGroupId, lifecycleHookName),
      ),
    ),
};
