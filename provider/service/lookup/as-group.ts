/** Look-ups of AS groups. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { getAsGroup, listAsGroups } from "../../api/as-group";
import { getAsGroupTags } from "../../api/as-tag";
import type { AsClient } from "../../api/client";
import { userTags } from "../../core/as-group/tag-changes";
import type { AsGroup, Tags } from "../../core/as-group/model";
import type { AsError } from "../../core/error";
import {
  asGroupArguments,
  asGroupsArguments,
  type GetAsGroupArgs,
  type GetAsGroupsArgs,
} from "../../core/lookup/as-group";
import { type Lookup, theOnly } from "./lookup";

/** A group with its tags. */
export interface TaggedAsGroup extends AsGroup {
  /** Tags of the group, without those that this package keeps for itself. */
  readonly tags: Tags;
}

/** The service looks for a part of the name. */
const named = (client: AsClient, name: string): TE.TaskEither<AsError, AsGroup> =>
  pipe(
    listAsGroups(client)({ scalingGroupName: name }),
    TE.chain(({ groups }) =>
      theOnly(
        groups.filter(({ scalingGroupName }) => scalingGroupName === name),
        ({ scalingGroupId }) => scalingGroupId,
        "AS groups",
        "list AS groups",
      ),
    ),
  );

const describeGroup = ({ scalingGroupId, scalingGroupName }: GetAsGroupArgs): string =>
  `AS group ${scalingGroupId ?? scalingGroupName ?? ""}`;

export const asGroupLookup: Lookup<GetAsGroupArgs, TaggedAsGroup> = {
  name: "getAsGroup",
  args: asGroupArguments,
  object: describeGroup,
  find:
    (client) =>
    ({ scalingGroupId, scalingGroupName = "" }) =>
      pipe(
        scalingGroupId === undefined ? named(client, scalingGroupName) : getAsGroup(client)(scalingGroupId),
        TE.chain((group) =>
          pipe(
            getAsGroupTags(client)(group.scalingGroupId),
            TE.map((tags) => ({ ...group, tags: userTags(tags) })),
          ),
        ),
      ),
};

export const asGroupsLookup: Lookup<GetAsGroupsArgs, readonly AsGroup[]> = {
  name: "getAsGroups",
  args: asGroupsArguments,
  what: "AS groups",
  object: () => undefined,
  find: (client) => (args) =>
    pipe(
      listAsGroups(client)(args),
      TE.map(({ groups }) => groups),
    ),
};
