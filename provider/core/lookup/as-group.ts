/** What AS groups are looked up by. */
import type { ScalingGroupStatus } from "../as-group/model";
import { id, oneOf } from "../codec/scalar";
import { optional } from "../codec/structure";
import { byIdOrName, filter, type LookupArguments } from "./arguments";

/** Which AS group to look up: by its ID, or by its name. */
export interface GetAsGroupArgs {
  /** ID of the group. */
  readonly scalingGroupId?: string;
  /** The whole name of the group. Names are not unique in AS: with several groups of this name, the look-up fails. */
  readonly scalingGroupName?: string;
}

/** Which AS groups to list: those that meet every given condition, which the service checks. */
export interface GetAsGroupsArgs {
  /** Part of the name. */
  readonly scalingGroupName?: string;
  /** ID of the AS configuration from which the groups make instances. */
  readonly scalingConfigurationId?: string;
  /** `INSERVICE`, `PAUSED`, `ERROR` or `DELETING`. */
  readonly scalingGroupStatus?: ScalingGroupStatus;
  /** ID of an enterprise project, or `all_granted_eps` for all that the user may see. */
  readonly enterpriseProjectId?: string;
}

export const asGroupArguments: LookupArguments<GetAsGroupArgs> = {
  members: {
    scalingGroupId: optional(id("the ID of an AS group")),
    scalingGroupName: optional(filter("the name of an AS group")),
  },
  rules: byIdOrName("scalingGroupId", "scalingGroupName"),
};

export const asGroupsArguments: LookupArguments<GetAsGroupsArgs> = {
  members: {
    scalingGroupName: optional(filter("part of a name")),
    scalingConfigurationId: optional(id("the ID of an AS configuration")),
    scalingGroupStatus: optional(oneOf("INSERVICE", "PAUSED", "ERROR", "DELETING")),
    enterpriseProjectId: optional(filter("the ID of an enterprise project, or all_granted_eps")),
  },
};
