/** How the arguments of a lifecycle hook relate to the live hook. */
import { type FieldTable, hidden, type ResourceField, shown } from "../resource/field";
import type { LifecycleHookArguments } from "./arguments";
import type { HookOfGroup } from "./model";

const plain = <Name extends keyof LifecycleHookArguments & keyof HookOfGroup>(
  name: Name,
  rest: Pick<
    ResourceField<Exclude<LifecycleHookArguments[Name], undefined>, HookOfGroup>,
    "change" | "whenRemoved"
  >,
): ResourceField<Exclude<LifecycleHookArguments[Name], undefined>, HookOfGroup> => ({
  live: (hook) => hook[name],
  same: (wanted, hook) => wanted === (hook[name] ?? ""),
  show: shown,
  ...rest,
});

/** The table. A hook cannot move to another group, and has its name for good. */
export const lifecycleHookFields: FieldTable<LifecycleHookArguments, HookOfGroup> = {
  scalingGroupId: plain("scalingGroupId", { change: "replace", whenRemoved: "kept" }),
  lifecycleHookName: plain("lifecycleHookName", { change: "replace", whenRemoved: "kept" }),
  lifecycleHookType: plain("lifecycleHookType", { change: "update", whenRemoved: "kept" }),
  defaultResult: plain("defaultResult", { change: "update", whenRemoved: { to: "ABANDON" } }),
  defaultTimeout: plain("defaultTimeout", { change: "update", whenRemoved: { to: 3600 } }),
  notificationTopicUrn: plain("notificationTopicUrn", { change: "update", whenRemoved: "kept" }),
  notificationMetadata: {
    ...plain("notificationMetadata", { change: "update", whenRemoved: { to: "" } }),
    // Free text may hold what is nobody's business.
    show: hidden,
  },
};
