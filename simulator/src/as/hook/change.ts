/** Creating, modifying and deleting lifecycle hooks. */
import { checkNotDeleting } from "../group/status";
import type { Group } from "../model";
import { refuse } from "../refusal";
import type { World } from "../world";
import { hookBody, readHookName, readHookSettings } from "./fields";
import type { HookSettings, LifecycleHook } from "./model";
import { hookDocument } from "./representation";

const HIGHEST_HOOKS = 5;
const DEFAULTS = { default_result: "ABANDON", default_timeout: 3600, notification_metadata: "" } as const;

/** See the variant `hooksRefused`. */
function checkChangeable(world: World, group: Group, call: "change" | "delete"): void {
  checkNotDeleting(group, world.variants);
  if (group.action === null || (call === "change" && world.variants.hooksRefused === "delete")) return;
  throw refuse(world.variants.status, `a scaling action of AS group ${group.id} is running`);
}

function checkTopic(world: World, { notification_topic_urn: topic }: Partial<HookSettings>): void {
  if (topic !== undefined && !world.exists("topic", topic)) {
    throw refuse("AS.7043", `SMN topic ${topic} does not exist`);
  }
}

function completed(given: Partial<HookSettings>): HookSettings {
  const { lifecycle_hook_type, notification_topic_urn } = given;
  if (lifecycle_hook_type === undefined) throw refuse("AS.7037", "lifecycle_hook_type must be given");
  if (notification_topic_urn === undefined) throw refuse("AS.7043", "notification_topic_urn must be given");
  return { ...DEFAULTS, ...given, lifecycle_hook_type, notification_topic_urn };
}

/** Creates a hook and returns it. */
export function createHook(world: World, group: Group, requestBody: unknown): object {
  const body = hookBody(requestBody);
  const name = readHookName(body["lifecycle_hook_name"]);
  const settings = completed(readHookSettings(body));
  if (group.hooks.has(name)) throw refuse("AS.7041", `the AS group has a lifecycle hook ${name} already`);
  checkTopic(world, settings);
  checkChangeable(world, group, "change");
  if (group.hooks.size >= HIGHEST_HOOKS) {
    throw refuse("AS.7038", `an AS group has at most ${HIGHEST_HOOKS} lifecycle hooks`);
  }
  const hook: LifecycleHook = { name, createTime: world.clock.now(), settings };
  group.hooks.set(name, hook);
  return hookDocument(world, hook);
}

/** Modifies a hook and returns it. Instances that it holds already are not concerned. */
export function modifyHook(world: World, group: Group, hook: LifecycleHook, requestBody: unknown): object {
  const given = readHookSettings(hookBody(requestBody));
  checkTopic(world, given);
  checkChangeable(world, group, "change");
  hook.settings = { ...hook.settings, ...given };
  return hookDocument(world, hook);
}

/** Deletes a hook. */
export function deleteHook(world: World, group: Group, hook: LifecycleHook): void {
  checkChangeable(world, group, "delete");
  group.hooks.delete(hook.name);
}
