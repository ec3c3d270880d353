/** Instances that a drain has detached and that cannot come back. */
import type { AsError } from "../error";

/** An instance, and why. */
export interface Unattachable {
  readonly id: string;
  /** Completes "because …". */
  readonly reason: string;
  /** The AS code of the instance. */
  readonly code: string;
}

/** Reasons that do not pass by themselves. */
const reasons: Readonly<Record<string, string>> = {
  "AS.4006": "it does not exist any more",
  "AS.4020": "it lies in an availability zone that the group does not use any more",
  "AS.4021": "it lies in another VPC",
  "AS.4027": "it is in another AS group by now",
};

/** The instances of a refused batch for which trying again is of no use. */
export const unattachable = (error: AsError): readonly Unattachable[] =>
  error._tag === "Refused" && error.code === "AS.4029"
    ? (error.instances ?? []).flatMap(({ id, code }) => {
        const reason = reasons[code];
        return reason === undefined ? [] : [{ id, reason, code }];
      })
    : [];
