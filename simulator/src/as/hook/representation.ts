/** Lifecycle hooks and suspended instances as the API shows them. */
import type { Group } from "../model";
import { topicName } from "../notification/smn";
import { withEmpty } from "../nullness";
import { inListOrder, type Query } from "../paging";
import { timestamp } from "../time";
import type { World } from "../world";
import type { LifecycleHook, Suspension } from "./model";

/** A hook; create, modify and get answer it without a wrapper. */
export function hookDocument({ variants }: World, { name, createTime, settings }: LifecycleHook): object {
  const { notification_metadata, ...present } = settings;
  return {
    lifecycle_hook_name: name,
    ...present,
    notification_topic_name: topicName(present.notification_topic_urn),
    ...withEmpty(variants, { notification_metadata }),
    create_time: timestamp(createTime),
  };
}

/** All hooks of a group. */
export function listHooks(world: World, { hooks }: Group): object {
  const listed = inListOrder(hooks.values(), world.variants);
  return { lifecycle_hooks: listed.map((hook) => hookDocument(world, hook)) };
}

/** An instance that a hook holds. */
export function suspensionDocument({ id }: Group, suspension: Suspension): object {
  return {
    lifecycle_hook_name: suspension.hookName,
    lifecycle_action_key: suspension.key,
    instance_id: suspension.instance.server?.id ?? null,
    scaling_group_id: id,
    lifecycle_hook_status: suspension.status,
    timeout: timestamp(suspension.timeout),
    default_result: suspension.defaultResult,
  };
}

/** The suspended instances of a group, or one of them. */
export function listSuspensions(world: World, group: Group, query: Query): object {
  const { instance_id: wanted } = query;
  const suspensions = inListOrder(group.suspensions, world.variants).filter(
    ({ instance }) => wanted === undefined || instance.server?.id === wanted,
  );
  return { instance_hanging_info: suspensions.map((suspension) => suspensionDocument(group, suspension)) };
}
