/** What a preview decides, and what it tells the user. */
import * as O from "fp-ts/Option";
import { locked, stopped, type AsError } from "../error";
import { describeChange, gainedMessages } from "../resource/decide";
import type { LockedChangeMode } from "./arguments";
import { isUnchanged, type Comparison } from "./compare";
import { describeFacts, type LiveFacts } from "./facts";
import type { FieldChange } from "./lock";
import { lockedChanges } from "./plan";
import { counted, type Plan } from "./step";
import * as E from "fp-ts/Either";

/** The outcome of a preview of an existing group. */
export type Decision =
  /** The live group is as wanted; the engine still compares the program's own arguments. */
  | { readonly _tag: "Unchanged"; readonly messages: readonly string[] }
  | { readonly _tag: "Update"; readonly drifted: boolean; readonly messages: readonly string[] }
  | { readonly _tag: "Replace"; readonly fields: readonly string[]; readonly messages: readonly string[] }
  | { readonly _tag: "Refuse"; readonly error: AsError };

/** New bounds of the program move the desired number along, and nobody outside has done that. */
const causesOf = (field: string): readonly string[] =>
  field === "desireInstanceNumber" ? [field, "minInstanceNumber", "maxInstanceNumber"] : [field];

const drift = (changes: readonly FieldChange[], edited: (field: string) => boolean): readonly FieldChange[] =>
  changes.filter(({ field }) => !causesOf(field).some(edited));

const driftSentence = (changes: readonly FieldChange[]): string =>
  `changed outside of Pulumi: ${changes.map(({ field, from, to }) => `${field} is ${from}, the program says ${to}`).join("; ")}`;

const statusSentence = (comparison: Comparison, facts: LiveFacts): string =>
  comparison.status === "resume"
    ? `changed outside of Pulumi: the group is ${facts.scalingGroupStatus}, the program says enable: true`
    : `changed outside of Pulumi: the group is ${facts.scalingGroupStatus}, the program says enable: false`;

/** A tag's key may be confidential as well as its value. */
const tagSentence = ({ tags }: Comparison): string => {
  const keys = new Set([...Object.keys(tags.put), ...tags.remove]);
  return `changed outside of Pulumi: ${counted(keys.size, "tag")}`;
};

/** Which arguments the program itself changed since they were last applied. */
export type Edited = (argument: string) => boolean;

/** Under the journal of a drain or a refresh, the numbers are as it has left them: no drift. */
const movedByOurselves = ({ journal, refresh }: Comparison, field: string): boolean =>
  (O.isSome(journal) || O.isSome(refresh)) && field.endsWith("InstanceNumber");

const driftMessages = (comparison: Comparison, facts: LiveFacts, edited: Edited): readonly string[] => {
  const changes = drift(comparison.changes, edited).filter(
    ({ field }) => !movedByOurselves(comparison, field),
  );
  const tagsChanged = comparison.tags.remove.length > 0 || Object.keys(comparison.tags.put).length > 0;
  return [
    ...(changes.length === 0 ? [] : [driftSentence(changes)]),
    ...(comparison.status === undefined || edited("enable") || O.isSome(comparison.journal)
      ? []
      : [statusSentence(comparison, facts)]),
    ...(tagsChanged && !edited("tags") ? [tagSentence(comparison)] : []),
  ];
};

const replacement = (comparison: Comparison, facts: LiveFacts, fields: readonly string[]): Decision => ({
  _tag: "Replace",
  fields,
  messages: [
    `${fields.join(", ")} cannot change on this group (${describeFacts(facts)}): a new group is created beside it, ` +
      "then this one is deleted",
    ...comparison.kept,
  ],
});

const needsTelling = (comparison: Comparison, facts: LiveFacts): boolean =>
  O.isSome(comparison.journal) ||
  comparison.changes.some(({ lockClass }) => lockClass === "dormant") ||
  (facts.isScaling && comparison.changes.some(({ lockClass }) => lockClass === "settled"));

/** A lock that nobody's edit has run into: the field was changed outside. */
const withDrift = (error: AsError, edited: Edited): AsError =>
  error._tag === "Locked"
    ? locked(
        error.changes,
        error.facts,
        error.changes.map(({ field }) => field).filter((field) => !edited(field)),
      )
    : error;

/** What is taken back of an update that failed. */
const gainedSentences = ({ changes, tags, gained }: Comparison): readonly string[] =>
  gainedMessages([
    ...changes.filter(({ field }) => gained.includes(field)).map(describeChange),
    ...(gained.includes("tags") && tags.remove.length > 0 ? [counted(tags.remove.length, "tag")] : []),
  ]);

/** Decides what `up` would do. */
export const decide = (
  comparison: Comparison,
  facts: LiveFacts,
  policy: LockedChangeMode,
  isEdited: Edited,
  plan: E.Either<AsError, Plan>,
): Decision => {
  // Nobody outside has set what an update of ours has.
  const edited: Edited = (name) => isEdited(name) || comparison.gained.includes(name);
  if (comparison.vpc !== undefined) return replacement(comparison, facts, ["vpcId"]);
  if (isUnchanged(comparison)) return { _tag: "Unchanged", messages: comparison.kept };
  if (facts.scalingGroupStatus === "DELETING")
    return {
      _tag: "Refuse",
      error: stopped("the group is being deleted outside of Pulumi", [
        "wait until it is gone, run `pulumi refresh`, then `pulumi up` creates it anew",
      ]),
    };
  const blocked = policy === "replace" ? lockedChanges(comparison, facts) : [];
  if (blocked.length > 0)
    return replacement(
      comparison,
      facts,
      blocked.map(({ field }) => field),
    );
  const drifted = driftMessages(comparison, facts, edited);
  return E.isLeft(plan)
    ? { _tag: "Refuse", error: withDrift(plan.left, edited) }
    : {
        _tag: "Update",
        drifted: drifted.length > 0,
        messages: [
          ...drifted,
          ...gainedSentences(comparison),
          ...comparison.kept,
          ...(needsTelling(comparison, facts) ? [`plan: ${plan.right.summary}`] : []),
        ],
      };
};

/** Adds what follows the update, if something does: in words, or why it cannot be done. */
export const followedBy = (decision: Decision, follows: E.Either<AsError, O.Option<string>>): Decision => {
  if (decision._tag === "Replace" || decision._tag === "Refuse") return decision;
  if (E.isLeft(follows)) return { _tag: "Refuse", error: follows.left };
  if (O.isNone(follows.right)) return decision;
  const drifted = decision._tag === "Update" && decision.drifted;
  return { _tag: "Update", drifted, messages: [...decision.messages, `then: ${follows.right.value}`] };
};
