/** The refresh with which an update of a group ends, when the program wants one. */
import * as O from "fp-ts/Option";
import type { Comparison, WantedAsGroup } from "../as-group/compare";
import { ownerOf } from "../as-group/journal-owner";
import type { AsGroup } from "../as-group/model";
import { UNKNOWN } from "../unknown";
import type { RefreshManner } from "./manner";

/** What an update has to do about old instances. */
export type Aftermath =
  | { readonly _tag: "Nothing" }
  /** Replace them. */
  | { readonly _tag: "Refresh"; readonly manner: RefreshManner }
  /** The program no longer wants the refresh that an earlier run has begun. */
  | { readonly _tag: "EndRefresh" };

const CONFIGURATION = "scalingConfigurationId";

/** Decides what has to follow an update. */
export const aftermathOf = ({ args, unknown }: WantedAsGroup, comparison: Comparison): Aftermath => {
  const { refresh, changes } = comparison;
  const hasBegun = O.isSome(refresh) && refresh.value.owner === ownerOf(args.selfUrn ?? "");
  const moves = unknown.includes(CONFIGURATION) || changes.some(({ field }) => field === CONFIGURATION);
  const { refreshOnConfigurationChange: manner = false } = args;
  if (manner === false) return { _tag: hasBegun ? "EndRefresh" : "Nothing" };
  return hasBegun || moves ? { _tag: "Refresh", manner } : { _tag: "Nothing" };
};

/** The group as it will be after the update: that is the one that is refreshed. */
export const groupAfter =
  ({ args, unknown }: WantedAsGroup, { enabled }: Comparison) =>
  (group: AsGroup): AsGroup => {
    const configuration = unknown.includes(CONFIGURATION) ? UNKNOWN : args.scalingConfigurationId;
    return {
      ...group,
      ...(configuration === undefined ? {} : { scalingConfigurationId: configuration }),
      scalingGroupStatus: enabled
        ? "INSERVICE"
        : group.scalingGroupStatus === "INSERVICE"
          ? "PAUSED"
          : group.scalingGroupStatus,
    };
  };
