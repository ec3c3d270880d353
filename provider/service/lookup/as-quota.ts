/** The look-up of quotas. */
import { getAsGroupQuotas, getAsQuotas } from "../../api/as-quota";
import type { AsQuota } from "../../core/as-quota/model";
import { asQuotasArguments, type GetAsQuotasArgs } from "../../core/lookup/as-quota";
import { groupObject, type Lookup } from "./lookup";

export const asQuotasLookup: Lookup<GetAsQuotasArgs, readonly AsQuota[]> = {
  name: "getAsQuotas",
  args: asQuotasArguments,
  what: "quotas",
  object: groupObject,
  find:
    (client) =>
    ({ scalingGroupId }) =>
      scalingGroupId === undefined ? getAsQuotas(client) : getAsGroupQuotas(client)(scalingGroupId),
};
