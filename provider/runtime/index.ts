/**
 * What the engine loads, by the subpath and the names that every recorded state holds. They are frozen: renaming one
 * breaks the refresh and the destroy of everything that an older version has created.
 */
import { attachment, protection } from "../core/instance-claim/claim";
import { claimHandlers } from "./instance-claim";

export * as asGroup from "./as-group";
export { asNotification } from "./as-notification";
export { asPolicy } from "./as-policy";
export { blueGreenSwitch } from "./blue-green-switch";
export const instanceAttachment = claimHandlers(attachment);
export const instanceProtection = claimHandlers(protection);
export { asConfiguration } from "./as-configuration";
export * as instanceRefresh from "./instance-refresh";
export { lifecycleHook } from "./lifecycle-hook";
