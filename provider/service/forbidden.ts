/** What the signed-in user may not do. */
import { handled } from "../core/as-code/handling";
import { hasCode, type AsError } from "../core/error";

/** No permission: by role (403, AS.0011) or by fine-grained policy (400, AS.0031). */
export const isForbidden = (error: AsError): boolean =>
  (error._tag === "Refused" && error.status === 403) || hasCode(error, ...handled.forbidden.codes);
