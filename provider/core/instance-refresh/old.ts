/** Which instances are old, and which of them leave first. */
import type { AsGroup, AsInstance } from "../as-group/model";
import type { RefreshManner } from "./manner";

const joinedAt = ({ createTime = "" }: AsInstance): number => Date.parse(createTime) / 1000;

const isCreated = ({ scalingConfigurationId }: AsInstance): boolean => scalingConfigurationId !== undefined;

const isInService = ({ lifeCycleState }: AsInstance): boolean => lifeCycleState === "INSERVICE";

/** In service, and the group's health check finds nothing wrong with it. */
export const isHealthy = (instance: AsInstance): boolean =>
  isInService(instance) && instance.healthStatus === "NORMAL";

/** The moment that tells the instances of now from those that a refresh makes: told by the clock of the service. */
export const markOf = (instances: readonly AsInstance[]): number =>
  Math.max(0, ...instances.map(joinedAt).filter((seconds) => !Number.isNaN(seconds)));

/**
 * The instances to replace. Only what AS created can be replaced; attached instances stay.
 *
 * @param mark instances that joined later are the refresh's own
 * @returns in the order in which they leave: first those that are not healthy, last those that are protected
 */
export const oldInstances = (
  group: AsGroup,
  instances: readonly AsInstance[],
  { skipMatching }: Pick<RefreshManner, "skipMatching">,
  mark: number,
): readonly AsInstance[] => {
  const isOld = (instance: AsInstance): boolean =>
    instance.instanceId !== undefined &&
    isCreated(instance) &&
    isInService(instance) &&
    (skipMatching
      ? instance.scalingConfigurationId !== group.scalingConfigurationId
      : joinedAt(instance) <= mark);
  const rank = (instance: AsInstance): number =>
    Number(isHealthy(instance)) * 2 + Number(instance.protectFromScalingDown);
  return instances.filter(isOld).sort((one, other) => rank(one) - rank(other));
};
