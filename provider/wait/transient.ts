/** Read errors that a wait survives. */
import * as O from "fp-ts/Option";
import type { AsError } from "../core/error";

/**
 * Why a read failed, if trying again may help: no answer, too many requests (429), or a failure of the service (5xx).
 * None for anything else.
 */
export const transientReason = (error: AsError): O.Option<string> => {
  if (error._tag === "Unreachable") return O.some(`${error.operation}: ${error.reason}`);
  if (error._tag === "Refused" && (error.status === 429 || error.status >= 500)) {
    const code = error.code === undefined ? "" : ` ${error.code}`;
    return O.some(`${error.operation}: HTTP ${error.status}${code}`);
  }
  return O.none;
};
