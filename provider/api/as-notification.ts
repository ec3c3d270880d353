/**
 * Operations on the notifications of an AS group.
 *
 * @see as_07_0209
 */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../core/as-code/handling";
import type { AsNotification } from "../core/as-notification/model";
import type { AsError } from "../core/error";
import type { AsClient } from "./client";
import { asNotification, asNotificationsAnswer } from "./codec/as-notification";
import { noContent, toWire } from "./codec/wire";

/** AS.2007: the group in the path does not exist. */
const GROUP_GONE = handled.groupGone.codes;

const notificationPath = (groupId: string): string => `/scaling_notification/${encodeURIComponent(groupId)}`;

/**
 * All topics that are told about a group, at most five. There is no query of a single one.
 *
 * @see as_07_0209
 */
export const listAsNotifications =
  (client: AsClient) =>
  (groupId: string): TE.TaskEither<AsError, readonly AsNotification[]> =>
    pipe(
      client.request({
        operation: "list notifications of AS group",
        method: "GET",
        version: "v1",
        path: notificationPath(groupId),
        goneCodes: GROUP_GONE,
        decoder: asNotificationsAnswer,
      }),
      TE.map(({ topics }) => topics),
    );

/**
 * Tells a topic about these events, at least one, instead of those that it was told about. AS.7043: there is no such
 * topic.
 *
 * @see as_07_0209
 */
export const putAsNotification =
  (client: AsClient) =>
  (
    groupId: string,
    { topicUrn, topicScene }: Omit<AsNotification, "topicName">,
  ): TE.TaskEither<AsError, AsNotification> =>
    client.request({
      operation: "set notification of AS group",
      method: "PUT",
      version: "v1",
      path: notificationPath(groupId),
      body: toWire({ topicUrn, topicScene }),
      goneCodes: GROUP_GONE,
      decoder: asNotification,
    });

/**
 * Tells a topic about no event any more. A 404 says that the group is gone or does not have the topic.
 *
 * @see as_07_0209
 */
export const deleteAsNotification =
  (client: AsClient) =>
  (groupId: string, topicUrn: string): TE.TaskEither<AsError, void> =>
    client.request({
      operation: "delete notification of AS group",
      method: "DELETE",
      version: "v1",
      path: `${notificationPath(groupId)}/${encodeURIComponent(topicUrn)}`,
      goneCodes: GROUP_GONE,
      decoder: noContent,
    });
