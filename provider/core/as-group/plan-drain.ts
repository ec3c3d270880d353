/**
 * The ordered steps of a drain: empty and pause the group, change what is locked, give it back its capacity.
 *
 * The plan is made from the live group and the journal on it, never from memory. An interrupted drain therefore needs
 * no code of its own: the next run plans from wherever the group is, and what remains is all that the plan holds.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { pipe } from "fp-ts/function";
import { stopped, type AsError } from "../error";
import type { DrainConsent } from "./arguments";
import type { Capacity } from "./capacity";
import type { Comparison } from "./compare";
import { journalIn, journalKeys, journalTags, type DrainJournal } from "./drain-journal";
import { emptyingRunning, removing, toZero, unprotecting } from "./emptying";
import { capacityWithout } from "../instance-refresh/numbers";
import type { LiveFacts } from "./facts";
import { unmet } from "./lock";
import { attachedIds, idsOf, inBatches, protectedIds } from "./members";
import type { AsGroupModification, AsInstance, Tags } from "./model";
import { arrival, tagSteps } from "./plan";
import { count, type Plan, type Step } from "./step";
import { MOST_TAGS } from "./tags";

/** What the planner has to know. */
export interface DrainRequest {
  readonly comparison: Comparison;
  readonly facts: LiveFacts;
  /** The live numbers. */
  readonly capacity: Capacity;
  readonly instances: readonly AsInstance[];
  /** The live tags, with those of this package. */
  readonly tags: Tags;
  readonly consent: DrainConsent;
  /** Mark of the resource that asks. */
  readonly owner: string;
  /** False once the service has refused to remove instances of a paused group. */
  readonly removesWhilePaused: boolean;
}

const isInService = ({ facts }: DrainRequest): boolean => facts.scalingGroupStatus === "INSERVICE";

const changesDormant = ({ changes }: Comparison): boolean =>
  changes.some(({ lockClass }) => lockClass === "dormant");

/** Somebody else's drain: whoever comes second must not touch the group. */
export const foreignDrain = (journal: O.Option<DrainJournal>, owner: string): O.Option<AsError> => {
  if (O.isNone(journal) || journal.value.owner === owner) return O.none;
  const { min, desired, max } = journal.value.capacity;
  return O.some(
    stopped(`another stack is draining this group (mark ${journal.value.owner})`, [
      "wait until that stack's `pulumi up` has ended, then run yours again",
      `if that stack no longer exists: restore ${min}/${desired}/${max} instances, resume the group, and remove its tags that start with pulumi-`,
    ]),
  );
};

/**
 * The same, right before a journal is written: another drain may have begun since the plan was made.
 *
 * @param tags of the live group
 * @param journal the tags that are about to be written
 */
export const rivalDrain = (tags: Tags, journal: Tags): O.Option<AsError> =>
  pipe(
    journalIn(journal),
    O.chain(({ owner }) => foreignDrain(journalIn(tags), owner)),
  );

const withoutConsent = ({ comparison, instances, consent }: DrainRequest): O.Option<AsError> => {
  const kept = consent.protectedInstances === "release" ? [] : protectedIds(instances);
  const attached = consent.attachedInstances === "reattach" ? [] : attachedIds(instances);
  const reasons = [
    ...(kept.length === 0 ? [] : [`protected from scale-in: ${kept.join(", ")}`]),
    ...(attached.length === 0 ? [] : [`not created by AS: ${attached.join(", ")}`]),
  ];
  if (reasons.length === 0) return O.none;
  const what = O.isSome(comparison.journal)
    ? "the interrupted drain cannot go on without consent"
    : "the group cannot be drained without consent; nothing has been touched";
  return O.some(
    stopped(`${what}; ${reasons.join("; ")}`, [
      ...(kept.length === 0
        ? []
        : ['set drain: { protectedInstances: "release" }, or take the protection off']),
      ...(attached.length === 0
        ? []
        : ['set drain: { attachedInstances: "reattach" }: they are detached and attached again afterwards']),
      ...(O.isSome(comparison.journal) ? ["take the change back: then `pulumi up` undoes the drain"] : []),
    ]),
  );
};

/** The live numbers, without what a refresh has moved. */
const capacityToRestore = ({ comparison: { refresh }, capacity }: DrainRequest): Capacity =>
  O.isSome(refresh) ? capacityWithout(refresh.value, capacity) : capacity;

const journalOf = (request: DrainRequest): DrainJournal =>
  O.getOrElse(() => ({
    capacity: capacityToRestore(request),
    owner: request.owner,
    attached: attachedIds(request.instances),
  }))(request.comparison.journal);

const noRoom = (request: DrainRequest): O.Option<AsError> => {
  const { put, remove } = request.comparison.tags;
  const kept = Object.keys(request.tags).filter((key) => !remove.includes(key));
  const keys = new Set([...kept, ...Object.keys(put), ...Object.keys(journalTags(journalOf(request)))]);
  return keys.size <= MOST_TAGS
    ? O.none
    : O.some(
        stopped(
          `a drain keeps its journal in tags of the group, and there is no room: ${keys.size} of ${MOST_TAGS}; nothing has been touched`,
          [
            "remove tags that you do not need",
            "attach fewer instances by hand: each takes a tag while the drain lasts",
          ],
        ),
      );
};

/** The journaled instances that are not in the group (any more). */
const missing = ({ comparison, instances }: DrainRequest, emptied: boolean): readonly string[] => {
  const journaled = O.isSome(comparison.journal) ? comparison.journal.value.attached : [];
  if (!emptied) return journaled.filter((id) => !idsOf(instances).includes(id));
  return [...new Set([...journaled, ...attachedIds(instances)])];
};

/** Attaching an instance raises the desired number, so that attached ones have to fit into the wanted one. */
const tooManyAttached = (request: DrainRequest): O.Option<AsError> => {
  const attached = missing(request, true).length;
  const { desired } = request.comparison.capacity;
  return attached <= desired
    ? O.none
    : O.some(
        stopped(
          `${attached} instances were attached by hand, but the group is to have ${desired}; nothing has been touched`,
          ["detach those that are not to stay", "raise desireInstanceNumber in the same edit"],
        ),
      );
};

const emptyingSteps = (request: DrainRequest): readonly Step[] => {
  const { capacity, facts, instances, removesWhilePaused } = request;
  if (!removesWhilePaused)
    return [
      ...(isInService(request)
        ? emptyingRunning(capacity, instances, facts.isScaling)
        : [...toZero(capacity), { _tag: "Resume" as const }]),
      { _tag: "WaitEmpty" },
      { _tag: "Pause" },
    ];
  return [
    ...(isInService(request) ? [{ _tag: "Pause" as const }] : []),
    ...(capacity.min === 0
      ? []
      : [{ _tag: "Modify" as const, modification: { minInstanceNumber: 0 }, changes: [] }]),
    ...removing(instances),
    { _tag: "WaitEmpty" },
  ];
};

const differing = (wanted: AsGroupModification, live: Capacity): AsGroupModification =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) =>
        value !==
        { minInstanceNumber: live.min, desireInstanceNumber: live.desired, maxInstanceNumber: live.max }[
          name
        ],
    ),
  );

/** Everything after the group is empty, or after an interrupted run had come that far. */
const restoringSteps = (request: DrainRequest, emptied: boolean): readonly Step[] => {
  const { comparison, facts, capacity, tags } = request;
  const target = comparison.capacity;
  const attaching = missing(request, emptied);
  // Attaching raises the desired number: AS is to create only the others.
  const desired = Math.max(0, target.desired - attaching.length);
  const numbers = {
    minInstanceNumber: Math.min(target.min, desired),
    desireInstanceNumber: desired,
    maxInstanceNumber: target.max,
  };
  const modification = { ...comparison.modification, ...numbers };
  const {
    minInstanceNumber: _min,
    desireInstanceNumber: _desired,
    maxInstanceNumber: _max,
    ...fields
  } = comparison.modification;
  const write = emptied ? modification : { ...fields, ...differing(numbers, capacity) };
  const hasToRun =
    comparison.enabled || (target.desired > 0 && (emptied || facts.currentInstanceNumber !== target.desired));
  const isPaused = emptied || !isInService(request);
  return [
    ...(Object.keys(write).length === 0
      ? []
      : [{ _tag: "Modify" as const, modification: write, changes: comparison.changes }]),
    ...(hasToRun && isPaused ? [{ _tag: "Resume" as const }] : []),
    // A drain ends with the capacity back, whatever the program waits for otherwise.
    ...(hasToRun ? [arrival(comparison, desired)] : []),
    ...(attaching.length === 0 ? [] : [{ _tag: "Attach" as const, ids: attaching }]),
    ...(numbers.minInstanceNumber === target.min
      ? []
      : [{ _tag: "Modify" as const, modification: { minInstanceNumber: target.min }, changes: [] }]),
    ...(attaching.length === 0 ? [] : [arrival(comparison, target.desired)]),
    ...(comparison.enabled || (isPaused && !hasToRun) ? [] : [{ _tag: "Pause" as const }]),
    {
      _tag: "ClearJournal",
      journal: "drain",
      keys: journalKeys({ ...tags, ...journalTags(journalOf(request)) }),
    },
  ];
};

/** Does the group have to be emptied first? */
const hasToEmpty = ({ comparison, facts }: DrainRequest): boolean =>
  changesDormant(comparison) && unmet("dormant", { ...facts, isScaling: false }).length > 0;

const MINUTES_A_BATCH = 1;
const MINUTES_TO_START = 3;

/** The whole drain in one sentence, with the live facts. */
const describeDrain = (request: DrainRequest): string => {
  const { comparison, instances } = request;
  const { min, desired, max } = comparison.capacity;
  const names = comparison.changes
    .map(({ field }) => field)
    .filter((field) => !field.endsWith("InstanceNumber"));
  const change = names.length === 0 ? [] : [`change ${names.join(", ")}`];
  const ending = [
    ...change,
    `restore ${min}/${desired}/${max}`,
    comparison.enabled ? "resume" : "pause again",
  ];
  if (!hasToEmpty(request)) return `complete an interrupted drain: ${ending.join(", ")}`;
  const beginning = O.isSome(comparison.journal) ? "go on with an interrupted drain" : "pause";
  const release = instances.length === 0 ? [] : [`release ${count(instances.length)}`];
  const steps = [beginning, ...release, ...ending];
  const minutes = inBatches(idsOf(instances)).length * MINUTES_A_BATCH + MINUTES_TO_START;
  return `${steps.join(", ")}; about ${minutes} minutes without capacity`;
};

/**
 * Plans a drain, or what is left of an interrupted one.
 *
 * @returns an incomplete plan while a scaling action runs: whom it brings or takes is known only after its end
 */
export const planDrain = (request: DrainRequest): E.Either<AsError, Plan> => {
  const { comparison, facts } = request;
  const foreign = foreignDrain(comparison.journal, request.owner);
  if (O.isSome(foreign)) return E.left(foreign.value);
  const summary = describeDrain(request);
  if (!hasToEmpty(request))
    return E.right({
      summary,
      steps: [
        ...tagSteps(comparison),
        ...(facts.isScaling && comparison.changes.some(({ lockClass }) => lockClass !== "free")
          ? [{ _tag: "WaitSettled" as const }]
          : []),
        ...restoringSteps(request, false),
      ],
      complete: true,
    });

  // Once a drain has begun, only consent can still stop it; the rest was in order when it began.
  const obstacles = O.isSome(comparison.journal)
    ? [withoutConsent(request)]
    : [withoutConsent(request), tooManyAttached(request), noRoom(request)];
  const obstacle = obstacles.find(O.isSome) ?? O.none;
  if (O.isSome(obstacle)) return E.left(obstacle.value);
  const journal: readonly Step[] = O.isSome(comparison.journal)
    ? []
    : [{ _tag: "PutJournal", journal: "drain", tags: journalTags(journalOf(request)) }];
  if (facts.isScaling)
    return E.right({
      summary,
      steps: [
        ...journal,
        ...(isInService(request) ? [{ _tag: "Pause" as const }] : []),
        { _tag: "WaitSettled" },
      ],
      complete: false,
    });
  return E.right({
    summary,
    steps: [
      ...tagSteps(comparison),
      ...journal,
      ...unprotecting(request.instances),
      ...emptyingSteps(request),
      ...restoringSteps(request, true),
    ],
    complete: true,
  });
};
