/** AS groups as the API shows them. */
import type { Group, Instance, LbaasListener } from "../model";
import { withEmpty } from "../nullness";
import { timestamp } from "../time";
import type { Variants } from "../variants";
import type { World } from "../world";
import { DEFAULT_PROJECT } from "./fields";

/** Not in service yet. */
const isJoining = ({ lifeCycleState }: Instance): boolean =>
  lifeCycleState === "PENDING" || lifeCycleState === "PENDING_WAIT";

/** The number that `current_instance_number` shows, see the variant `currentNumber`. */
export function currentNumber({ instances }: Group, { currentNumber: reading }: Variants): number {
  if (reading === "with-pending") return instances.length;
  return instances.filter((instance) => !isJoining(instance)).length;
}

const withListenerId = (listener: LbaasListener): object => ({ listener_id: null, ...listener });

function activityType(group: Group, variants: Variants): object {
  if (group.action !== null) return { activity_type: group.action.type };
  return variants.activityTypeIdle === "null" ? { activity_type: null } : {};
}

/** The group object of get and list. */
export function groupDocument(world: World, group: Group): Record<string, unknown> {
  const { variants } = world;
  const { lb_listener_id, notifications, description, scaling_configuration_id, ...present } = group.settings;
  const project = present.enterprise_project_id;
  return {
    ...present,
    ...withEmpty(variants, {
      scaling_configuration_id,
      scaling_configuration_name: world.configurations.get(scaling_configuration_id)?.name ?? "",
      lb_listener_id,
      notifications,
      description,
      detail: group.detail ?? "",
      cloud_location_id: "",
    }),
    ...activityType(group, variants),
    scaling_group_id: group.id,
    scaling_group_status: group.status,
    current_instance_number: currentNumber(group, variants),
    lbaas_listeners: present.lbaas_listeners.map(withListenerId),
    create_time: timestamp(group.createTime),
    vpc_id: group.vpcId,
    is_scaling: group.action !== null,
    enterprise_project_id: project === DEFAULT_PROJECT && variants.defaultProject === "empty" ? "" : project,
  };
}
