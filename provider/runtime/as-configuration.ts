/** The handlers of an AS configuration. */
import { asConfigurationKind } from "../service/as-configuration/kind";
import { handlersOf } from "./resource/handlers";

export const asConfiguration = handlersOf(asConfigurationKind);
