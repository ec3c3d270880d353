/**
 * Instances that lifecycle hooks hold, in answers of the service.
 *
 * @see as_06_0906
 */
import { identifier, list, object, optional, text } from "./wire";

/** The answer holds the instances that have been called back, too: those are not `HANGING` any more. */
export const heldInstancesAnswer = object("the held instances of a group", {
  instanceHangingInfo: list(
    object("a held instance", {
      instanceId: identifier,
      scalingGroupId: optional(text),
      lifecycleHookName: identifier,
      lifecycleHookStatus: identifier,
      lifecycleActionKey: optional(text),
      timeout: optional(text),
      defaultResult: optional(text),
    }),
  ),
});
