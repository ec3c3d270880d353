/** The notification as a kind of resource. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { deleteAsNotification, putAsNotification } from "../../api/as-notification";
import {
  type AsNotificationArguments,
  asNotificationTable,
  repeatedScenes,
} from "../../core/as-notification/arguments";
import { asNotificationFields } from "../../core/as-notification/fields";
import { notificationId, type NotificationKey, notificationKeyOf } from "../../core/as-notification/id";
import type { NotificationOfGroup } from "../../core/as-notification/model";
import { type AsError, stopped } from "../../core/error";
import { compareResource } from "../../core/resource/compare";
import { recordedIn } from "../../core/resource/recorded";
import type { Kind } from "../resource/kind";
import { createLiveNotifications } from "./live-notifications";

const keyFrom = (id: string): TE.TaskEither<AsError, NotificationKey> => {
  const key = notificationKeyOf(id);
  return key === undefined
    ? TE.left(
        stopped(`${JSON.stringify(id.slice(0, 100))} is not the id of a notification`, [
          "write it as <id of the AS group>/<URN of the SMN topic>",
        ]),
      )
    : TE.right(key);
};

const isAsWanted = (args: AsNotificationArguments, live: NotificationOfGroup): boolean =>
  compareResource(asNotificationFields, { known: args, unknown: [] }, recordedIn({}), live).changes.length ===
  0;

/** Notifications of AS groups. */
export const asNotificationKind: Kind<AsNotificationArguments, NotificationOfGroup> = {
  title: "AS notification",
  table: asNotificationTable,
  nested: {},
  hiddenArguments: [],
  outputNames: ["topicName", "projectId", "region"],
  rules: (sound, { topicScene = [] }) => (sound.includes("topicScene") ? repeatedScenes(topicScene) : []),
  fields: asNotificationFields,
  outputsOf: (live) => ({ ...live }),
  idOutput: "topicUrn",
  busyCodes: [],
  find: ({ shared }, id) =>
    pipe(
      keyFrom(id),
      TE.chain((key) => shared(createLiveNotifications).find(key)),
    ),
  invalidate: ({ shared }, id) => {
    const key = notificationKeyOf(id);
    if (key !== undefined) shared(createLiveNotifications).invalidate(key.scalingGroupId);
  },
  // A topic that is told about other events is set anew: setting it twice is the same as setting it once.
  findOwn: ({ shared }, args, replacedId) =>
    notificationId(args) === replacedId
      ? TE.right(O.none)
      : pipe(
          shared(createLiveNotifications).findNow(args),
          TE.map(O.filter((live) => isAsWanted(args, live))),
          TE.map(O.map(notificationId)),
        ),
  createsUnlisted: false,
  create: ({ environment: { client, shared } }, args) =>
    pipe(
      putAsNotification(client)(args.scalingGroupId, args),
      TE.map(() => {
        shared(createLiveNotifications).invalidate(args.scalingGroupId);
        return notificationId(args);
      }),
    ),
  update: ({ environment: { client } }, _id, args) => putAsNotification(client)(args.scalingGroupId, args),
  remove: ({ environment: { client } }, id) =>
    pipe(
      keyFrom(id),
      TE.chain(({ scalingGroupId, topicUrn }) => deleteAsNotification(client)(scalingGroupId, topicUrn)),
    ),
};
