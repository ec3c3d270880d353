import type * as pulumi from "@pulumi/pulumi";
import type { AsQuota } from "../core/as-quota/model";
import type { GetAsQuotasArgs } from "../core/lookup/as-quota";
import { ask, type Inputs, output, type Own } from "./ask";

/** A quota of Auto Scaling. */
export type AsQuotaResult = Own<AsQuota>;

/**
 * Looks up the quotas of the project, or of one AS group: how many there may be, and how many there are. Quotas of
 * policies and of instances hold in each group, so that only the question about a group tells how many there are. Takes
 * one call. Rejects when the group does not exist.
 *
 * ```ts
 * const groups = (await getAsQuotas()).find(({ type }) => type === "scaling_Group");
 * ```
 *
 * @see as_06_0701, as_06_0702
 */
export const getAsQuotas = (args: GetAsQuotasArgs = {}): Promise<AsQuotaResult[]> => ask("asQuotas", args);

/**
 * Looks up the quotas of the project, or of one AS group, which may be the result of a resource.
 *
 * @see getAsQuotas
 */
export const getAsQuotasOutput = (args: Inputs<GetAsQuotasArgs> = {}): pulumi.Output<AsQuotaResult[]> =>
  output(getAsQuotas, args);
