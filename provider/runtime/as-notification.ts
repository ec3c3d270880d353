/** The handlers of a notification. */
import { asNotificationKind } from "../service/as-notification/kind";
import { handlersOf } from "./resource/handlers";

export const asNotification = handlersOf(asNotificationKind);
