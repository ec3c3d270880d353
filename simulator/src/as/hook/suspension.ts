/** How hooks hold instances and let them go. */
import type { Group, Instance } from "../model";
import { publish } from "../notification/smn";
import type { World } from "../world";
import { abandonedBy } from "../scaling/failure";
import type { HookResult, HookType, LifecycleHook, Released, Suspension } from "./model";

const WAITING = { INSTANCE_LAUNCHING: "PENDING_WAIT", INSTANCE_TERMINATING: "REMOVING_WAIT" } as const;
const EXTENSION_MS = 3600 * 1000;

function setTimeoutIn(world: World, group: Group, suspension: Suspension, delayMs: number): void {
  suspension.timeout = new Date(world.clock.now().getTime() + delayMs);
  suspension.cancelTimeout();
  suspension.cancelTimeout = group.tasks.after(delayMs, () => {
    settle(group, suspension, suspension.defaultResult, "timeout");
  });
}

/** A hook gets its result. An ABANDON ends the other hooks of the instance, too; a CONTINUE waits for them. */
export function settle(
  group: Group,
  suspension: Suspension,
  result: HookResult,
  cause: "callback" | "timeout",
): void {
  suspension.cancelTimeout();
  suspension.status = result;
  const hooksOfInstance = group.suspensions.filter(({ instance }) => instance === suspension.instance);
  if (result === "CONTINUE" && hooksOfInstance.some(({ status }) => status === "HANGING")) return;
  for (const { cancelTimeout } of hooksOfInstance) cancelTimeout();
  group.suspensions = group.suspensions.filter(({ instance }) => instance !== suspension.instance);
  suspension.released(
    result === "ABANDON" ? abandonedBy(suspension.hookName, cause === "timeout") : undefined,
  );
}

/** The hook waits an hour longer. */
export function extend(world: World, group: Group, suspension: Suspension): void {
  const restMs = suspension.timeout.getTime() - world.clock.now().getTime();
  setTimeoutIn(world, group, suspension, restMs + EXTENSION_MS);
}

function suspend(
  world: World,
  group: Group,
  hook: LifecycleHook,
  held: Pick<Suspension, "instance" | "released">,
): void {
  const suspension: Suspension = {
    ...held,
    key: world.random.uuid(),
    hookName: hook.name,
    defaultResult: hook.settings.default_result,
    status: "HANGING",
    timeout: world.clock.now(),
    cancelTimeout: () => undefined,
  };
  group.suspensions.push(suspension);
  setTimeoutIn(world, group, suspension, hook.settings.default_timeout * 1000);
  const { settings } = hook;
  publish(world, settings.notification_topic_urn, {
    scaling_group_id: group.id,
    lifecycle_hook_name: hook.name,
    lifecycle_hook_type: settings.lifecycle_hook_type,
    lifecycle_action_key: suspension.key,
    instance_id: held.instance.server?.id ?? null,
    instance_name: held.instance.name,
    notification_metadata: settings.notification_metadata,
  });
}

/**
 * Holds an instance until all hooks of the type let it go; all of them are triggered together.
 *
 * @param released called once: at once when the group has no such hook
 */
export function hold(
  world: World,
  group: Group,
  instance: Instance,
  type: HookType,
  released: Released,
): void {
  const hooks = [...group.hooks.values()].filter(({ settings }) => settings.lifecycle_hook_type === type);
  if (hooks.length === 0) {
    released(undefined);
    return;
  }
  if (world.variants.waitingState === "wait") instance.lifeCycleState = WAITING[type];
  for (const hook of hooks) suspend(world, group, hook, { instance, released });
}
