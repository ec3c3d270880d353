/** What quotas are looked up by. */
import { id } from "../codec/scalar";
import { optional } from "../codec/structure";
import type { LookupArguments } from "./arguments";

/** Which quotas to look up. */
export interface GetAsQuotasArgs {
  /**
   * ID of a group: the quotas of policies and instances in it, with how many there are.
   * @default - the quotas of the project
   */
  readonly scalingGroupId?: string;
}

export const asQuotasArguments: LookupArguments<GetAsQuotasArgs> = {
  members: { scalingGroupId: optional(id("the ID of an AS group")) },
};
