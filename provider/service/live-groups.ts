/**
 * The live AS groups, as everybody in this process sees them: one listing serves all who ask within a few seconds.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { AsGroup, Tags } from "../core/as-group/model";
import type { AsError } from "../core/error";
import type { Clock } from "../wait/clock";
import { createBulkRead } from "./bulk-read";

/** Looks at live AS groups. */
export interface LiveGroups {
  /**
   * The group, none when it is gone. At most `maxAgeMs` old, and never older than its last invalidation.
   * Only a documented "does not exist" means gone; that a listing lacks the group does not.
   */
  readonly find: (id: string) => TE.TaskEither<AsError, O.Option<AsGroup>>;
  /** These groups, by reads that begin after this call. The answer has an entry for each ID. */
  readonly fresh: (ids: readonly string[]) => TE.TaskEither<AsError, ReadonlyMap<string, O.Option<AsGroup>>>;
  /**
   * All groups of exactly this name, by a listing that begins after this call: it is asked before a creation and after
   * one without an answer, where an older listing would lead to a second group. Fails where groups must not be listed.
   */
  readonly findByName: (name: string) => TE.TaskEither<AsError, readonly AsGroup[]>;
  /** The tags of a group, with the same guarantees as `find`. */
  readonly tags: (id: string) => TE.TaskEither<AsError, Tags>;
  /** Says that a write may have changed the group or its tags. Called after every write, whatever came of it. */
  readonly invalidate: (id: string) => void;
}

/** The operations from which live groups are read. */
export interface LiveGroupsPorts {
  /** All groups, however many pages that takes. */
  readonly list: TE.TaskEither<AsError, { readonly groups: readonly AsGroup[]; readonly total: number }>;
  readonly get: (id: string) => TE.TaskEither<AsError, AsGroup>;
  /** The tags of all groups by ID, without those that have none. */
  readonly allTags: TE.TaskEither<AsError, ReadonlyMap<string, Tags>>;
  readonly tagsOf: (id: string) => TE.TaskEither<AsError, Tags>;
}

/** How long an answer is used. */
export interface LiveGroupsOptions {
  /**
   * In milliseconds, from the beginning of the read.
   * @default 3000
   */
  readonly maxAgeMs?: number;
}

/** Groups on a page of the listing. */
const PAGE_SIZE = 100;

const orGone = (group: TE.TaskEither<AsError, AsGroup>): TE.TaskEither<AsError, O.Option<AsGroup>> =>
  pipe(
    group,
    TE.map(O.some),
    TE.orElse((error) => (error._tag === "NotFound" ? TE.right(O.none) : TE.left(error))),
  );

/** Live groups, read through these operations. */
export const createLiveGroups = (
  ports: LiveGroupsPorts,
  clock: Clock,
  { maxAgeMs = 3000 }: LiveGroupsOptions = {},
): LiveGroups => {
  const groups = createBulkRead(
    {
      all: pipe(
        ports.list,
        TE.map((listing) => ({
          total: listing.total,
          byId: new Map(listing.groups.map((group) => [group.scalingGroupId, group])),
        })),
      ),
      callsFor: ({ total }) => Math.ceil(total / PAGE_SIZE),
      pick: ({ byId }, id) => pipe(byId.get(id), O.fromNullable, O.map(O.some)),
      one: (id) => orGone(ports.get(id)),
    },
    clock,
    maxAgeMs,
  );
  const tags = createBulkRead(
    {
      all: ports.allTags,
      callsFor: () => 1,
      pick: (all, id) => O.some(all.get(id) ?? {}),
      one: ports.tagsOf,
    },
    clock,
    maxAgeMs,
  );

  return {
    find: groups.find,
    fresh: groups.fresh,
    findByName: (name) =>
      pipe(
        groups.all,
        TE.map(({ byId }) => [...byId.values()].filter((group) => group.scalingGroupName === name)),
      ),
    tags: tags.find,
    invalidate: (id) => {
      groups.invalidate(id);
      tags.invalidate(id);
    },
  };
};
