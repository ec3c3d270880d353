/** Whoever listens to the SMN topics of lifecycle hooks does what is to be done and answers. */
import { answer, CALLBACK_RESULTS } from "../hook/callback";
import type { World } from "../world";
import { fieldsOf, groupOf, oneOfTexts, optionalTextOf } from "./body";

/** Answers the hooks that hold instances: all of the group, or those of one hook or instance. */
export function answerHooks(world: World, requestBody: unknown): { answered: number } {
  const body = fieldsOf(requestBody, [
    "scaling_group_id",
    "lifecycle_action_result",
    "lifecycle_hook_name",
    "instance_id",
  ]);
  const group = groupOf(world, body);
  const result = oneOfTexts(body, "lifecycle_action_result", CALLBACK_RESULTS);
  const hookName = optionalTextOf(body, "lifecycle_hook_name");
  const instanceId = optionalTextOf(body, "instance_id");
  let answered = 0;
  for (const suspension of group.suspensions) {
    const isMeant =
      (hookName === undefined || suspension.hookName === hookName) &&
      (instanceId === undefined || suspension.instance.server?.id === instanceId);
    // An ABANDON ends the other hooks of its instance: they are not there to be answered any more.
    if (!isMeant || suspension.status !== "HANGING" || !group.suspensions.includes(suspension)) continue;
    answer(world, group, suspension, result);
    answered += 1;
  }
  return { answered };
}
