/** What the handlers of an instance refresh have in common. */
import { ownerOf } from "../../core/as-group/journal-owner";
import type { InstanceRefreshArguments } from "../../core/instance-refresh/arguments";
import type { RefreshGoal } from "../../service/instance-refresh/look";

/** What these arguments want. */
export const goalOf = ({ scalingGroupId, selfUrn, ...manner }: InstanceRefreshArguments): RefreshGoal => ({
  id: scalingGroupId,
  manner,
  owner: ownerOf(selfUrn),
});
