/**
 * Lifecycle hooks in answers of the service.
 *
 * @see as_06_0903, as_06_0902
 */
import type { Decoder } from "../../core/codec/decoder";
import type { LifecycleHook } from "../../core/lifecycle-hook/model";
import { identifier, integer, object, optional, rows, text } from "./wire";

/** The live hook; create, modify and get answer it without a wrapper. */
export const lifecycleHook: Decoder<LifecycleHook> = object("a lifecycle hook", {
  lifecycleHookName: identifier,
  lifecycleHookType: identifier,
  defaultResult: identifier,
  defaultTimeout: integer,
  notificationTopicUrn: text,
  notificationTopicName: optional(text),
  notificationMetadata: optional(text),
  createTime: text,
});

/** The hooks of a group. The service does not page them: there are at most five. */
export const lifecycleHooksAnswer = object("an object with lifecycle_hooks", {
  lifecycleHooks: rows(lifecycleHook),
});
