/** Quotas of Auto Scaling. */
import type { Open } from "../as-group/model";

/** What a quota counts, in the service's own spelling. */
export type AsQuotaType = Open<
  | "scaling_Group"
  | "scaling_Config"
  | "scaling_Policy"
  | "scaling_Instance"
  | "load_balance"
  | "bandwidth_scaling_policy"
>;

/** A quota. */
export interface AsQuota {
  /** What the quota counts, such as `scaling_Group`. */
  readonly type: AsQuotaType;
  /** How many there are; absent where the quota counts in each group, and the question was about the project. */
  readonly used?: number;
  /** How many there may be. */
  readonly quota: number;
  /** How far the quota can be raised. */
  readonly max?: number;
  /** How far it can be lowered. */
  readonly min?: number;
}
