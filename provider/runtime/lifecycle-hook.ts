/** The handlers of a lifecycle hook. */
import { lifecycleHookKind } from "../service/lifecycle-hook/kind";
import { handlersOf } from "./resource/handlers";

export const lifecycleHook = handlersOf(lifecycleHookKind);
