/** The handlers of AS policies. */
import { asPolicyKind } from "../service/as-policy/kind";
import { handlersOf } from "./resource/handlers";

export const asPolicy = handlersOf(asPolicyKind);
