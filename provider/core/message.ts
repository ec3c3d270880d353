/** An error as text: what failed on which group, why, the live group, and what to do. */
import type { AsError } from "./error";
import {
  explainNotFound,
  explainRefused,
  explainSignInFailed,
  explainUndecodable,
  explainUnreachable,
} from "./message/answers";
import {
  type Explanation,
  liveGroup,
  type MessageContext,
  REFRESHING,
  render,
  titleOf,
} from "./message/explanation";
import {
  explainInterrupted,
  explainLocked,
  explainScalingFailed,
  explainStopped,
  explainTimedOut,
} from "./message/group";
import { explainMalformed, explainMisconfigured } from "./message/inputs";
import { explainRefreshHalted } from "./message/refresh";

export { type MessageContext, REFRESHING } from "./message/explanation";

/** The parts of an explanation, for those who say themselves what it is about. */
export const explanationOf = (error: AsError, context: MessageContext): Explanation => {
  const { doing } = context;
  switch (error._tag) {
    case "Refused":
      return explainRefused(doing, error);
    case "NotFound":
      return explainNotFound(doing, error, titleOf(context));
    case "SignInFailed":
      return explainSignInFailed(doing, error);
    case "Unreachable":
      return explainUnreachable(doing, error);
    case "Undecodable":
      return explainUndecodable(doing, error);
    case "Misconfigured":
      return explainMisconfigured(doing, error);
    case "Malformed":
      return explainMalformed(doing, error);
    case "Locked":
      return explainLocked(error);
    case "TimedOut":
      return explainTimedOut(doing, error);
    case "ScalingFailed":
      return explainScalingFailed(doing, error);
    case "Stopped":
      return explainStopped(doing, error);
    case "Interrupted":
      return explainInterrupted(explanationOf(error.cause, context), error);
    case "RefreshHalted":
      return explainRefreshHalted(explanationOf(error.cause, { ...context, doing: REFRESHING }), error);
  }
};

/** Several lines for the person who runs `pulumi`. */
export const explain = (error: AsError, context: MessageContext): string => {
  const { headline, details, ways } = explanationOf(error, context);
  const facts = error._tag === "Locked" || context.facts === undefined ? [] : [liveGroup(context.facts)];
  return render(context, { headline, details: [...details, ...facts], ways });
};
