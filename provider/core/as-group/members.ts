/** The instances of a group, as plans see them. */
import type { AsInstance } from "./model";

/** The service takes at most this many instances in a call (AS.4043). */
export const INSTANCES_A_CALL = 10;

/** ECS IDs; an instance that is still being created has none yet. */
export const idsOf = (instances: readonly AsInstance[]): readonly string[] =>
  instances.map(({ instanceId }) => instanceId).filter((id) => id !== undefined);

const isAttached = ({ scalingConfigurationId }: AsInstance): boolean => scalingConfigurationId === undefined;

/** Instances that AS did not create: they may leave the group, but are never deleted. */
export const attachedIds = (instances: readonly AsInstance[]): readonly string[] =>
  idsOf(instances.filter(isAttached));

/** Instances that AS created. */
export const createdIds = (instances: readonly AsInstance[]): readonly string[] =>
  idsOf(instances.filter((instance) => !isAttached(instance)));

/** Instances that are protected from scale-in. */
export const protectedIds = (instances: readonly AsInstance[]): readonly string[] =>
  idsOf(instances.filter(({ protectFromScalingDown }) => protectFromScalingDown));

/** Portions that the service takes in one call each. */
export const inBatches = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / INSTANCES_A_CALL) }, (_, index) =>
    ids.slice(index * INSTANCES_A_CALL, (index + 1) * INSTANCES_A_CALL),
  );
