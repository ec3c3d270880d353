/** The handlers of a blue-green switch. */
import { blueGreenSwitchKind } from "../service/blue-green-switch/kind";
import { handlersOf } from "./resource/handlers";

export const blueGreenSwitch = handlersOf(blueGreenSwitchKind);
