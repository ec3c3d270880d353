import type { Input } from "@pulumi/pulumi";
import type { TopicScene } from "../core/as-notification/model";
import type { OperationTimeoutsArgs } from "./operation-timeouts-args";

/** Arguments of a notification. */
export interface AsNotificationArgs {
  /**
   * ID of the AS group. Another group replaces the notification.
   *
   * @see as_07_0209
   */
  scalingGroupId: Input<string>;
  /** URN of the SMN topic that is told, such as `urn:smn:eu-de:<project>:<topic>`; another one replaces the notification. */
  topicUrn: Input<string>;
  /**
   * Events that the topic is told about, at least one: `SCALING_UP` and `SCALING_DOWN` when the group has grown or shrunk,
   * `SCALING_UP_FAIL` and `SCALING_DOWN_FAIL` when it could not, `SCALING_GROUP_ABNORMAL` when it is in `ERROR`. Their
   * order does not count.
   */
  topicScene: Input<Input<TopicScene>[]>;
  /** How long each operation may be repeated while the group is busy. */
  timeouts?: Input<OperationTimeoutsArgs>;
  /**
   * ID of a notification that exists, as `<id of the AS group>/<URN of the topic>`: it is taken over, and the preview
   * tells what differs.
   */
  adoptId?: Input<string>;
}
