/** Failures after which a refresh looks again and plans anew. */
import { handled } from "../../core/as-code/handling";
import { hasCode, type AsError } from "../../core/error";

/** Enough for a busy service and a policy at work; a fault that lasts longer is reported. */
const MOST_IN_A_ROW = 5;

/** The group is not as it was when the plan was made. */
const worldMoved = (error: AsError): boolean => hasCode(error, ...handled.refreshMoved.codes);

/** It was carried out, or it was not: the live group tells. */
const isAmbiguous = (error: AsError): boolean =>
  (error._tag === "Unreachable" && !error.neverSent) ||
  (error._tag === "Refused" && error.status >= 500) ||
  error._tag === "Undecodable";

/** Looking again may help. */
export const mayPass = (error: AsError, setbacks: number): boolean =>
  setbacks < MOST_IN_A_ROW && (worldMoved(error) || isAmbiguous(error));
