/**
 * Notifications of an AS group in answers of the service. The forms are not documented: see the model.
 *
 * @see as_07_0209
 */
import type { AsNotification } from "../../core/as-notification/model";
import type { Decoder } from "../../core/codec/decoder";
import { identifier, list, object, optional, text } from "./wire";

/** A topic and its events. */
export const asNotification: Decoder<AsNotification> = object("a topic and its events", {
  topicUrn: identifier,
  topicScene: list(identifier),
  topicName: optional(text),
});

/** All topics of a group. */
export const asNotificationsAnswer = object("an object with topics", { topics: list(asNotification) });
