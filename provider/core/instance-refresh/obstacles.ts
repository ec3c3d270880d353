/** What forbids a refresh, or to go on with one. */
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import { describeFacts, factsOf } from "../as-group/facts";
import { journalIn } from "../as-group/drain-journal";
import { protectedIds } from "../as-group/members";
import type { Tags } from "../as-group/model";
import { MOST_TAGS } from "../as-group/tags";
import { stopped, type AsError } from "../error";
import { ownJournalIn, REFRESH_TAG, refreshJournalIn } from "./journal";
import { canReplace, leastHealthy } from "./manner";
import type { RefreshRequest, Situation } from "./request";

type Obstacle = (request: RefreshRequest, situation: Situation) => AsError | undefined;

/** What has been done by now, in a few words. */
const untouched = ({ tags }: RefreshRequest): string =>
  O.isNone(refreshJournalIn(tags)) ? "; nothing has been touched" : "";

/** Somebody else's refresh: whoever comes second must not touch the group. */
type Seen = Pick<RefreshRequest, "tags" | "owner">;

const foreignRefresh = ({ tags, owner }: Seen): AsError | undefined => {
  const journal = refreshJournalIn(tags);
  if (O.isNone(journal) || journal.value.owner === owner) return undefined;
  const { min, max } = journal.value.capacity;
  return stopped(
    `another resource is replacing the instances of this group (mark ${journal.value.owner}); several refreshes of one group must not run at once`,
    [
      "wait until that refresh has ended, then run `pulumi up` again",
      `if that resource no longer exists: set the minimum to ${min} and the maximum to ${max}, and remove the tag ${REFRESH_TAG} of the group`,
    ],
  );
};

const drain = ({ tags }: Seen): AsError | undefined =>
  O.isNone(journalIn(tags))
    ? undefined
    : stopped("the group is being drained, and that drain has not ended", [
        "run `pulumi up` in the stack that manages the group: it completes the drain",
      ]);

/** Somebody else is at work on the group. */
export const rivalOf = (seen: Seen): AsError | undefined => foreignRefresh(seen) ?? drain(seen);

/**
 * The same, right before a journal is written: somebody may have come since the plan was made.
 *
 * @param tags of the live group
 * @param journal the tags that are about to be written
 */
export const rivalRefresh = (tags: Tags, journal: Tags): O.Option<AsError> =>
  pipe(
    refreshJournalIn(journal),
    O.filter(({ owner }) => O.isNone(ownJournalIn(tags, owner))),
    O.chainNullableK(({ owner }) => rivalOf({ tags, owner })),
  );

const notInService: Obstacle = ({ group, ...request }) => {
  if (group.scalingGroupStatus === "INSERVICE") return undefined;
  const reason = `a group that is not in service starts no instances: ${describeFacts(factsOf(group))}`;
  const said = group.detail === undefined ? "" : `; AS says: ${group.detail}`;
  return stopped(
    `${reason}${said}${untouched({ group, ...request })}`,
    group.scalingGroupStatus === "DELETING"
      ? ["wait until the group is gone, then run `pulumi up` again"]
      : [
          "remove the cause, if AS names one, and resume the group (enable: true), then run `pulumi up` again",
        ],
  );
};

const nothingToMakeFrom: Obstacle = ({ group, ...request }) =>
  group.scalingConfigurationId === undefined
    ? stopped(`the group has no AS configuration to make instances from${untouched({ group, ...request })}`, [
        "give the group a scalingConfigurationId",
      ])
    : undefined;

const protectedOnes: Obstacle = (request, { old }) => {
  const kept = protectedIds(old);
  return kept.length === 0 || request.manner.protectedInstances === "release"
    ? undefined
    : stopped(`old instances are protected from scale-in: ${kept.join(", ")}${untouched(request)}`, [
        'set protectedInstances: "release": they are replaced like others',
        "take the protection off these instances",
      ]);
};

const noRoom: Obstacle = ({ tags }) => {
  const others = Object.keys(tags).filter((key) => key !== REFRESH_TAG);
  return others.length < MOST_TAGS
    ? undefined
    : stopped(
        `a refresh keeps its journal in a tag of the group, and there is no room: ${MOST_TAGS} of ${MOST_TAGS}; nothing has been touched`,
        ["remove a tag that you do not need"],
      );
};

const allMustStay: Obstacle = (request, { wanted }) => {
  const { manner } = request;
  const stay = leastHealthy(manner, wanted.desired);
  if (manner.maxSurge > 0 || (canReplace(manner) && stay < wanted.desired)) return undefined;
  return stopped(
    `without a surge, ${manner.minHealthyPercentage} % of ${wanted.desired} leaves no instance that may be removed first${untouched(request)}`,
    ["set maxSurge: 1: new instances come before old ones leave", "lower minHealthyPercentage"],
  );
};

const obstacles: readonly Obstacle[] = [
  rivalOf,
  notInService,
  nothingToMakeFrom,
  protectedOnes,
  noRoom,
  allMustStay,
];

/** The first thing that forbids it, if there is one. */
export const obstacleTo = (request: RefreshRequest, situation: Situation): AsError | undefined =>
  obstacles.map((obstacle) => obstacle(request, situation)).find((error) => error !== undefined);
