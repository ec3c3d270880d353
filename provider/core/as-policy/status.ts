/** What the status of a policy means. */
import type { AsPolicy } from "./model";

/** Only an enabled policy can be executing. */
export const isEnabled = ({ policyStatus }: Pick<AsPolicy, "policyStatus">): boolean =>
  policyStatus !== "PAUSED";
