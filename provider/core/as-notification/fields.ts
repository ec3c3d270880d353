/** How the arguments of a notification relate to the live topic of the group. */
import { type FieldTable, shown } from "../resource/field";
import type { AsNotificationArguments } from "./arguments";
import type { NotificationOfGroup } from "./model";

const inOrder = (scenes: readonly string[]): string => [...scenes].sort().join();

/** The table. A group knows a topic by its URN; the order of the events does not count. */
export const asNotificationFields: FieldTable<AsNotificationArguments, NotificationOfGroup> = {
  scalingGroupId: {
    live: ({ scalingGroupId }) => scalingGroupId,
    same: (wanted, { scalingGroupId }) => wanted === scalingGroupId,
    change: "replace",
    whenRemoved: "kept",
    show: shown,
  },
  topicUrn: {
    live: ({ topicUrn }) => topicUrn,
    same: (wanted, { topicUrn }) => wanted === topicUrn,
    change: "replace",
    whenRemoved: "kept",
    show: shown,
  },
  topicScene: {
    live: ({ topicScene }) => topicScene,
    same: (wanted, { topicScene }) => inOrder(wanted) === inOrder(topicScene),
    change: "update",
    whenRemoved: "kept",
    show: shown,
  },
};
