/** The live notifications: one listing a group serves all of its topics for a few seconds. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { listAsNotifications } from "../../api/as-notification";
import type { NotificationKey } from "../../core/as-notification/id";
import type { AsNotification, NotificationOfGroup } from "../../core/as-notification/model";
import type { AsError } from "../../core/error";
import { createKeyedRead } from "../keyed-read";
import type { SharedFactory } from "../resource/environment";

/** Looks at live notifications. None when the topic, or its group, is gone: there are at most five in one answer. */
export interface LiveNotifications {
  readonly find: (key: NotificationKey) => TE.TaskEither<AsError, O.Option<NotificationOfGroup>>;
  /** By a reading that begins after this call. */
  readonly findNow: (key: NotificationKey) => TE.TaskEither<AsError, O.Option<NotificationOfGroup>>;
  /** Says that notifications of the group may have changed. */
  readonly invalidate: (groupId: string) => void;
}

type Topics = readonly AsNotification[];

const among =
  ({ scalingGroupId, topicUrn }: NotificationKey) =>
  (topics: Topics): O.Option<NotificationOfGroup> =>
    pipe(
      O.fromNullable(topics.find((topic) => topic.topicUrn === topicUrn)),
      O.map((topic) => ({ ...topic, scalingGroupId })),
    );

/** Live notifications, read by group. */
export const createLiveNotifications: SharedFactory<LiveNotifications> = (client, clock) => {
  const topics = createKeyedRead(
    (groupId) =>
      pipe(
        listAsNotifications(client)(groupId),
        TE.orElse((error) => (error._tag === "NotFound" ? TE.right([] as Topics) : TE.left(error))),
      ),
    clock,
  );
  return {
    find: (key) => pipe(topics.find(key.scalingGroupId), TE.map(among(key))),
    findNow: (key) => pipe(topics.findNow(key.scalingGroupId), TE.map(among(key))),
    invalidate: topics.invalidate,
  };
};
