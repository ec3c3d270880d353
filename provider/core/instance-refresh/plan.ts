/**
 * The next steps of an instance refresh.
 *
 * Each plan is made from the live group and the journal on it, never from memory, and leads to a place from which the
 * next one can be made. An interrupted refresh therefore needs no code of its own, and neither do policies that move
 * the desired number meanwhile.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { INSTANCES_A_CALL } from "../as-group/members";
import type { Plan, Step } from "../as-group/step";
import type { AsError } from "../error";
import { describeRefresh } from "./describe";
import { REFRESH_TAG, refreshJournalIn, refreshTags, type RefreshJournal } from "./journal";
import { leastHealthy } from "./manner";
import { allHealthy, journalOf, modifying, removing, writing } from "./moves";
import { obstacleTo, rivalOf } from "./obstacles";
import { situationOf, type RefreshRequest, type Situation } from "./request";

/** What ends a batch. From now on a policy may move the desired number without being taken for the refresh. */
const ending = (
  journal: RefreshJournal,
  { pauseBetweenBatches: seconds }: RefreshRequest["manner"],
  isLast: boolean,
): readonly Step[] => [
  { _tag: "PutJournal", journal: "refresh", tags: refreshTags(journal) },
  ...(isLast || seconds === 0 ? [] : [{ _tag: "Rest" as const, seconds }]),
];

/** Everything is replaced: give the numbers back. */
const finish = ({ group }: RefreshRequest, { live, wanted }: Situation): readonly Step[] => [
  ...modifying(live, wanted),
  ...(live.desired === wanted.desired || group.scalingGroupStatus !== "INSERVICE"
    ? []
    : [{ _tag: "WaitCapacity" as const, instances: wanted.desired, healthy: false }]),
  { _tag: "ClearJournal", journal: "refresh", keys: [REFRESH_TAG] },
];

/** New instances first: ask for as many as may be added. */
const surge = (request: RefreshRequest, situation: Situation): readonly Step[] => {
  const { live, wanted, old } = situation;
  const added = Math.min(request.manner.maxSurge, old.length);
  const asked = { ...live, desired: wanted.desired + added, max: Math.max(live.max, wanted.desired + added) };
  return [
    ...writing(request, journalOf(situation, asked, added)),
    ...modifying(live, asked),
    allHealthy(asked.desired),
  ];
};

/** The new instances are there: as many old ones leave, and the desired number goes back with them. */
const takeBack = (request: RefreshRequest, situation: Situation): readonly Step[] => {
  const { live, old, surplus } = situation;
  const leaving = old.slice(0, surplus);
  const journal = journalOf(situation, live, surplus);
  return [
    ...writing(request, journal),
    ...removing(leaving, "lowered"),
    ...ending(
      { ...journal, offset: surplus - leaving.length },
      request.manner,
      leaving.length === old.length,
    ),
  ];
};

/** Without a surge, old instances leave first, as many as may be missing, and AS refills the group. */
const removeFirst = (request: RefreshRequest, situation: Situation): readonly Step[] => {
  const { manner } = request;
  const { live, wanted, old, healthy } = situation;
  const dispensable = healthy - leastHealthy(manner, wanted.desired);
  const leaving = old.slice(0, Math.min(dispensable, INSTANCES_A_CALL));
  const bounds = { ...live, min: Math.min(live.min, wanted.desired - leaving.length) };
  const journal = journalOf(situation, bounds, -leaving.length);
  return [
    ...writing(request, journal),
    ...modifying(live, bounds),
    ...removing(leaving, "kept"),
    allHealthy(wanted.desired),
    ...ending({ ...journal, offset: 0 }, manner, leaving.length === old.length),
  ];
};

/** Instances are missing that were removed first and have not been asked for again. */
const refill = (request: RefreshRequest, situation: Situation): readonly Step[] => {
  const { live, wanted } = situation;
  return [
    ...modifying(live, { ...live, desired: wanted.desired }),
    allHealthy(wanted.desired),
    ...writing(request, journalOf(situation, live, 0)),
  ];
};

/** The group has what it asks for, and nothing is about to change. */
const isAtRest = ({ group }: RefreshRequest, { live, healthy }: Situation): boolean =>
  !group.isScaling && group.currentInstanceNumber === live.desired && healthy >= live.desired;

const next = (request: RefreshRequest, situation: Situation): readonly Step[] => {
  const { group, manner } = request;
  const { live, surplus } = situation;
  if (group.isScaling && surplus === 0) return [{ _tag: "WaitSettled" }];
  if (!group.isScaling && surplus < 0) return refill(request, situation);
  if (!isAtRest(request, situation)) return [allHealthy(live.desired)];
  if (surplus > 0) return takeBack(request, situation);
  return manner.maxSurge === 0 ? removeFirst(request, situation) : surge(request, situation);
};

/**
 * The journal with which a refresh has to begin before the group gets another AS configuration; none when it has begun
 * already, or when there is nothing to replace.
 */
export const beginRefresh = (request: RefreshRequest): E.Either<AsError, O.Option<RefreshJournal>> => {
  const situation = situationOf(request);
  if (situation.old.length === 0 && O.isNone(refreshJournalIn(request.tags))) return E.right(O.none);
  const obstacle = obstacleTo(request, situation);
  if (obstacle !== undefined) return E.left(obstacle);
  return E.right(O.isSome(refreshJournalIn(request.tags)) ? O.none : O.some(situation.journal));
};

/**
 * Plans what comes next.
 *
 * @returns an incomplete plan as long as instances are left to replace, or a scaling action runs that may bring some
 */
export const planRefresh = (request: RefreshRequest): E.Either<AsError, Plan> => {
  const situation = situationOf(request);
  const summary = describeRefresh(request, situation);
  const hasBegun = O.isSome(refreshJournalIn(request.tags));
  const isDone = situation.old.length === 0 && !request.group.isScaling;
  if (isDone && !hasBegun) return E.right({ steps: [], complete: true, summary });
  const obstacle = isDone ? rivalOf(request) : obstacleTo(request, situation);
  if (obstacle !== undefined) return E.left(obstacle);
  return E.right(
    isDone
      ? { steps: finish(request, situation), complete: true, summary }
      : { steps: next(request, situation), complete: false, summary },
  );
};
