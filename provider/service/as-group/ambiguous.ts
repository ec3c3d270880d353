/** Failures after which nobody can tell whether the call was carried out. */
import { stopped, type AsError } from "../../core/error";

/** The call may have been carried out although no usable answer arrived. */
export const isAmbiguous = (error: AsError): boolean =>
  (error._tag === "Unreachable" && !error.neverSent) ||
  (error._tag === "Refused" && error.status >= 500) ||
  error._tag === "Undecodable";

/** That no usable answer came to a create, and that its object may not be looked for. A second one may be one too many. */
export const nobodyCanTell = (title: string): AsError =>
  stopped(
    `no usable answer came to the create call, and this user may not list any ${title}: nobody can tell whether it has been created`,
    [
      "look for its name with a user who may list: if it is there, delete it, or take it over with adoptId",
      "then run `pulumi up` again: it creates one without looking",
    ],
  );
