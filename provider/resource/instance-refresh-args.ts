import type { Input } from "@pulumi/pulumi";
import type { RefreshManner } from "../core/instance-refresh/manner";

/** How instances are replaced. */
export interface RefreshMannerArgs {
  /**
   * Instances that a batch adds beyond the desired number before as many old ones are removed, 0 to 100. The maximum of
   * the group is raised meanwhile if need be. 0: old instances are removed first, and AS refills the group.
   * @default 1
   */
  maxSurge?: Input<number>;
  /**
   * Percentage of the desired number, rounded up, that stays in service and healthy while old instances are removed
   * first; 0 to 100. Counts with `maxSurge: 0` only, and has to be below 100 then; with a surge, the desired number
   * always stays in service.
   * @default 100
   */
  minHealthyPercentage?: Input<number>;
  /**
   * Time between the end of a batch and the beginning of the next, as a duration such as `"30s"`, or seconds.
   * @default 0
   */
  pauseBetweenBatches?: Input<string | number>;
  /**
   * Old instances that are protected from scale-in: `"stop"` before anything is touched, naming them, or `"release"`:
   * they are replaced like others.
   * @default "stop"
   */
  protectedInstances?: Input<RefreshManner["protectedInstances"]>;
  /**
   * Time within which all instances have to be replaced, as a duration such as `"60m"`, or seconds; at most 24 hours.
   * When it is over, the refresh halts with the group at full capacity, and the next `up` goes on.
   * @default "60m"
   */
  timeout?: Input<string | number>;
}

/** Arguments of an instance refresh. Except for the first two, changing one replaces nothing. */
export interface InstanceRefreshArgs extends RefreshMannerArgs {
  /** ID of the group whose instances are replaced. A change replaces the resource, and with it the instances there. */
  scalingGroupId: Input<string>;
  /**
   * Any values; whenever one of them changes, the old instances are replaced. Usually the ID of the group's AS
   * configuration.
   * @default - instances are replaced once, when the resource is created
   */
  triggers?: Input<Record<string, unknown>>;
  /**
   * Leave instances alone that come from the group's present AS configuration. `false`: every instance that AS created
   * is replaced.
   * @default true
   */
  skipMatching?: Input<boolean>;
}
