/** Failures after which nobody can tell whether the call was carried out. */
import type { AsError } from "../../core/error";

/** The call may have been carried out although no usable answer arrived. */
export const isAmbiguous = (error: AsError): boolean =>
  (error._tag === "Unreachable" && !error.neverSent) ||
  (error._tag === "Refused" && error.status >= 500) ||
  error._tag === "Undecodable";
