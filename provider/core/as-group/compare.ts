/**
 * The three-way comparison of program, state and live group.
 *
 * An argument that is present is compared with the live group. One that was never set is not managed. One that left
 * the program goes back to the documented default, where the API has a way back; one that an update has set which failed,
 * only if it is live.
 */
import * as O from "fp-ts/Option";
import type { InitialLifecycleHook } from "../lifecycle-hook/initial";
import type { AsGroupArguments, WaitForMode } from "./arguments";
import { capacityOf, targetCapacity, type Capacity } from "./capacity";
import { journalIn, type DrainJournal } from "./drain-journal";
import { fieldNames, fields, type ComparisonContext, type Field } from "./fields";
import { gainedNames, gainedTags } from "./gained";
import type { FieldChange, LockClass } from "./lock";
import type { AsGroup, AsGroupModification, ModifiableField, Tags } from "./model";
import type { RecordedAsGroup } from "./recorded";
import { refreshJournalIn, type RefreshJournal } from "../instance-refresh/journal";
import { withoutRefresh } from "../instance-refresh/numbers";
import { compareTags, type TagChanges } from "./tag-changes";

/** The program's side: what is known of it, and which arguments are not known before `up`. */
export interface WantedAsGroup {
  readonly args: Partial<AsGroupArguments>;
  readonly unknown: readonly string[];
}

/** The live side. Tags are read only when somebody manages them. */
export interface LiveAsGroup {
  readonly group: AsGroup;
  readonly tags: Tags;
}

/** Classes that the service itself taught us during this operation; they win over the table. */
export type Reclassified = Partial<Readonly<Record<ModifiableField, LockClass>>>;

/** Everything that has to change, and what cannot be. */
export interface Comparison {
  readonly changes: readonly FieldChange[];
  /** The body of the modify operation that makes all field changes. */
  readonly modification: AsGroupModification;
  /** The VPC cannot change: the group is replaced. */
  readonly vpc?: { readonly from: string; readonly to: string };
  readonly status?: "pause" | "resume";
  readonly tags: TagChanges;
  /** A drain of this group that has not ended. */
  readonly journal: O.Option<DrainJournal>;
  /** An instance refresh of this group that has not ended. What it has moved is no difference. */
  readonly refresh: O.Option<RefreshJournal>;
  /** Numbers change under a refresh: from now on they are the program's, and the refresh has to know. */
  readonly takesNumbers: boolean;
  /** The numbers after the update. */
  readonly capacity: Capacity;
  /** The group scales after the update. */
  readonly enabled: boolean;
  /** What a wait for the capacity has to see. */
  readonly waitFor: WaitForMode;
  /** Hooks that the group is to have when it starts from nothing. */
  readonly initialHooks: readonly InitialLifecycleHook[];
  /** Sentences about arguments that left the program while their values stay. */
  readonly kept: readonly string[];
  /** Arguments that an update has set which failed, and that are not in the program. */
  readonly gained: readonly string[];
}

type Targets = { readonly [Name in ModifiableField]?: AsGroupModification[Name] | "kept" };

const contextOf = (wanted: WantedAsGroup, live: AsGroup): ComparisonContext => ({
  zonesAreOrdered: (wanted.args.multiAzPriorityPolicy ?? live.multiAzPriorityPolicy) === "PICK_FIRST",
  balanced:
    (wanted.args.lbListenerId ?? live.lbListenerId ?? "") !== "" ||
    (wanted.args.lbaasListeners ?? live.lbaasListeners).length > 0,
});

const wasRemoved = (
  name: keyof AsGroupArguments,
  wanted: WantedAsGroup,
  recorded: RecordedAsGroup,
): boolean =>
  wanted.args[name] === undefined &&
  !wanted.unknown.includes(name) &&
  recorded.managedArguments.includes(name);

/**
 * Both bounds have left the program, and no desired number is given: somebody else decides the numbers from now on, such as a
 * blue-green switch. The defaults, 0 and 1, would take instances away that serve.
 */
const handsNumbersOver = (wanted: WantedAsGroup, recorded: RecordedAsGroup): boolean =>
  wasRemoved("minInstanceNumber", wanted, recorded) &&
  wasRemoved("maxInstanceNumber", wanted, recorded) &&
  wanted.args.desireInstanceNumber === undefined &&
  !wanted.unknown.includes("desireInstanceNumber");

const keptNumbers = ({ min, desired, max }: Capacity): string =>
  `minInstanceNumber and maxInstanceNumber left the program together: the numbers stay ${desired} (${min} to ${max}), and this resource no longer sets them`;

const wantedCapacity = (wanted: WantedAsGroup, recorded: RecordedAsGroup, before: Capacity): Capacity => {
  const handedOver = handsNumbersOver(wanted, recorded);
  const bound = (name: "minInstanceNumber" | "maxInstanceNumber", byDefault: number): number | undefined =>
    wanted.args[name] ?? (!handedOver && wasRemoved(name, wanted, recorded) ? byDefault : undefined);
  const min = bound("minInstanceNumber", 0);
  const max = bound("maxInstanceNumber", 1);
  const desired = wanted.args.desireInstanceNumber;
  const applied = recorded.appliedDesireInstanceNumber;
  return targetCapacity(
    {
      mode: wanted.args.desireInstanceNumberMode ?? "onEdit",
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(desired === undefined ? {} : { desired }),
      ...(applied === undefined ? {} : { applied }),
    },
    before,
  );
};

const targetsOf = (
  wanted: WantedAsGroup,
  recorded: RecordedAsGroup,
  capacity: Capacity,
  context: ComparisonContext,
): Targets => {
  const target = (name: ModifiableField): unknown => {
    if (wanted.args[name] !== undefined) return wanted.args[name];
    if (!wasRemoved(name, wanted, recorded)) return undefined;
    const { whenRemoved } = fields[name];
    return whenRemoved === "kept" ? "kept" : whenRemoved(context);
  };
  const generic = Object.fromEntries(fieldNames.map((name) => [name, target(name)])) as Targets;
  return {
    ...generic,
    minInstanceNumber: capacity.min,
    desireInstanceNumber: capacity.desired,
    maxInstanceNumber: capacity.max,
  };
};

/** One view of the table for code that treats all fields alike. */
const fieldOf = (name: ModifiableField): Field<unknown> => fields[name] as Field<unknown>;

const changeOf = (
  name: ModifiableField,
  target: unknown,
  live: AsGroup,
  context: ComparisonContext,
  reclassified: Reclassified,
): FieldChange | undefined => {
  const field = fieldOf(name);
  if (target === undefined || field.same(target, live[name], context)) return undefined;
  return {
    field: name,
    from: field.show(live[name]),
    to: field.show(target),
    lockClass: reclassified[name] ?? field.lockClassOf?.(target, live[name]) ?? field.lockClass,
  };
};

const isNumber = (field: ModifiableField): boolean => field.endsWith("InstanceNumber");

const statusChange = (wanted: WantedAsGroup, live: AsGroup): "pause" | "resume" | undefined => {
  if (wanted.args.enable === undefined) return undefined;
  // A group in ERROR starts nothing until somebody resumes it, so it counts as not enabled.
  if (wanted.args.enable) return live.scalingGroupStatus === "INSERVICE" ? undefined : "resume";
  return live.scalingGroupStatus === "PAUSED" ? undefined : "pause";
};

const tagChanges = (wanted: WantedAsGroup, recorded: RecordedAsGroup, live: Tags): TagChanges => {
  if (wanted.args.tags !== undefined) return compareTags(wanted.args.tags, live);
  const remove = wasRemoved("tags", wanted, recorded)
    ? Object.keys(recorded.tags).filter((key) => Object.hasOwn(live, key))
    : [];
  return { put: {}, remove };
};

/** Compares program, state and live group. */
export const compare = (
  wanted: WantedAsGroup,
  state: RecordedAsGroup,
  live: LiveAsGroup,
  reclassified: Reclassified = {},
): Comparison => {
  const group = withoutRefresh(live.group, live.tags);
  const context = contextOf(wanted, group);
  const journal = journalIn(live.tags);
  const refresh = refreshJournalIn(live.tags);
  // A drain has moved the numbers: what AS and its policies had decided before is in the journal.
  const before = O.isSome(journal) ? journal.value.capacity : capacityOf(group);
  const found = gainedNames(state, { group, capacity: before, tags: live.tags, context });
  // What a failed update has set counts like what was applied.
  const recorded: RecordedAsGroup = {
    ...state,
    managedArguments: [...state.managedArguments, ...found],
    tags: found.includes("tags") ? gainedTags(state, live.tags) : state.tags,
  };
  const capacity = wantedCapacity(wanted, recorded, before);
  const targets = targetsOf(wanted, recorded, capacity, context);
  const movable = fieldNames.filter((name) => targets[name] !== "kept");
  const changesFrom = (from: AsGroup): readonly FieldChange[] =>
    movable
      .map((name) => changeOf(name, targets[name], from, context, reclassified))
      .filter((change) => change !== undefined);
  const ofProgram = changesFrom(group);
  const takesNumbers = O.isSome(refresh) && ofProgram.some(({ field }) => isNumber(field));
  // What a refresh has moved goes back together with the numbers that the program moves.
  const changes = takesNumbers ? changesFrom(live.group) : ofProgram;
  const kept = [
    ...fieldNames
      .filter((name) => targets[name] === "kept" && name !== "desireInstanceNumber")
      .map(
        (name) =>
          `${name} left the program, but the API cannot unset it: it stays ${fieldOf(name).show(group[name])}`,
      ),
    ...(handsNumbersOver(wanted, recorded) ? [keptNumbers(capacity)] : []),
  ];
  const status = statusChange(wanted, group);
  const vpcId = wanted.args.vpcId;
  return {
    changes,
    modification: Object.fromEntries(changes.map(({ field }) => [field, targets[field]])),
    ...(vpcId === undefined || vpcId === group.vpcId ? {} : { vpc: { from: group.vpcId, to: vpcId } }),
    ...(status === undefined ? {} : { status }),
    tags: tagChanges(wanted, recorded, live.tags),
    journal,
    refresh,
    takesNumbers,
    capacity,
    enabled: status === "resume" || (status === undefined && group.scalingGroupStatus === "INSERVICE"),
    waitFor: wanted.args.waitFor ?? "inService",
    initialHooks: wanted.args.initialLifecycleHooks ?? [],
    kept,
    gained: found.filter((name) => wasRemoved(name as keyof AsGroupArguments, wanted, recorded)),
  };
};

/** Nothing has to change. */
export const isUnchanged = (comparison: Comparison): boolean =>
  comparison.changes.length === 0 &&
  !comparison.takesNumbers &&
  comparison.vpc === undefined &&
  comparison.status === undefined &&
  comparison.tags.remove.length === 0 &&
  O.isNone(comparison.journal) &&
  Object.keys(comparison.tags.put).length === 0;
