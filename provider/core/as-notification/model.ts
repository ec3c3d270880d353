/**
 * Who is told about the events of an AS group: a topic of the Simple Message Notification service (SMN), and the events.
 *
 * The documents name the operations only (as_07_0209). The bodies are those of sister clouds that run the same product.
 */
import type { Open } from "../as-group/model";

/** Every event that is known. */
export const topicScenes = [
  "SCALING_UP",
  "SCALING_UP_FAIL",
  "SCALING_DOWN",
  "SCALING_DOWN_FAIL",
  "SCALING_GROUP_ABNORMAL",
] as const;

/**
 * An event of a group: it has grown (`SCALING_UP`), could not grow (`SCALING_UP_FAIL`), has shrunk (`SCALING_DOWN`),
 * could not shrink (`SCALING_DOWN_FAIL`), or is in the status `ERROR` (`SCALING_GROUP_ABNORMAL`).
 */
export type TopicScene = (typeof topicScenes)[number];

/** A topic that is told about events of one group. Within a group, its URN is its key. */
export interface AsNotification {
  readonly topicUrn: string;
  readonly topicScene: readonly Open<TopicScene>[];
  /** The last part of the URN. */
  readonly topicName?: string;
}

/** A topic with the group that it is told about, which the service does not name. */
export interface NotificationOfGroup extends AsNotification {
  readonly scalingGroupId: string;
}
