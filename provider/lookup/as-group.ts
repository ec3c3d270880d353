import type * as pulumi from "@pulumi/pulumi";
import type { AsGroup } from "../core/as-group/model";
import type { GetAsGroupArgs, GetAsGroupsArgs } from "../core/lookup/as-group";
import type { TaggedAsGroup } from "../service/lookup/as-group";
import { ask, type Inputs, output, type Own } from "./ask";

/** A live AS group. */
export type AsGroupResult = Own<AsGroup>;

/** A live AS group with its tags, without those that this package keeps for itself. */
export type TaggedAsGroupResult = Own<TaggedAsGroup>;

/**
 * Looks up an AS group by its ID or by its name.
 *
 * ```ts
 * const web = await getAsGroup({ scalingGroupName: "web" });
 * ```
 *
 * Rejects when the group does not exist, or when there are several of this name. Takes two calls, one of which reads
 * the tags.
 *
 * @see as_06_0103, as_06_1002
 */
export const getAsGroup = (args: GetAsGroupArgs): Promise<TaggedAsGroupResult> => ask("asGroup", args);

/**
 * Looks up an AS group by its ID or by its name, which may be results of resources.
 *
 * @see getAsGroup
 */
export const getAsGroupOutput = (args: Inputs<GetAsGroupArgs>): pulumi.Output<TaggedAsGroupResult> =>
  output(getAsGroup, args);

/**
 * Lists the AS groups of the project that meet every given condition; without one, all. Takes one call for a hundred
 * groups.
 *
 * @see as_06_0102
 */
export const getAsGroups = (args: GetAsGroupsArgs = {}): Promise<AsGroupResult[]> => ask("asGroups", args);

/**
 * Lists the AS groups of the project; the conditions may be results of resources.
 *
 * @see getAsGroups
 */
export const getAsGroupsOutput = (args: Inputs<GetAsGroupsArgs> = {}): pulumi.Output<AsGroupResult[]> =>
  output(getAsGroups, args);
