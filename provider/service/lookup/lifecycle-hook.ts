/** The look-up of lifecycle hooks. */
import { listLifecycleHooks } from "../../api/lifecycle-hook";
import type { LifecycleHook } from "../../core/lifecycle-hook/model";
import { type GetLifecycleHooksArgs, lifecycleHooksArguments } from "../../core/lookup/lifecycle-hook";
import { groupObject, type Lookup } from "./lookup";

export const lifecycleHooksLookup: Lookup<GetLifecycleHooksArgs, readonly LifecycleHook[]> = {
  name: "getLifecycleHooks",
  args: lifecycleHooksArguments,
  what: "lifecycle hooks",
  object: groupObject,
  find:
    (client) =>
    ({ scalingGroupId }) =>
      listLifecycleHooks(client)(scalingGroupId),
};
