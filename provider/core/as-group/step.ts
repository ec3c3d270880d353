/** A plan is a list of these: a small closed union that says what to do and nothing about how. */
import { formatDuration } from "../duration";
import type { InitialLifecycleHook } from "../lifecycle-hook/initial";
import type { FieldChange } from "./lock";
import type { AsGroupModification, Tags } from "./model";

/** What a journal on a group belongs to. */
type JournalKind = "drain" | "refresh";

/** One step of a plan. */
export type Step =
  | { readonly _tag: "Pause" }
  | { readonly _tag: "Resume" }
  /** Change fields. What their classes require is checked on the live group right before the write. */
  | {
      readonly _tag: "Modify";
      readonly modification: AsGroupModification;
      readonly changes: readonly FieldChange[];
    }
  | { readonly _tag: "PutTags"; readonly tags: Tags }
  /** Make sure that the group has hooks of these names. */
  | { readonly _tag: "PutHooks"; readonly hooks: readonly InitialLifecycleHook[] }
  | { readonly _tag: "RemoveTags"; readonly keys: readonly string[] }
  /** Write the journal of a drain or a refresh, which survives whatever happens to this process. */
  | { readonly _tag: "PutJournal"; readonly journal: JournalKind; readonly tags: Tags }
  | { readonly _tag: "ClearJournal"; readonly journal: JournalKind; readonly keys: readonly string[] }
  /** Take the protection from scale-in off these instances. */
  | { readonly _tag: "Unprotect"; readonly ids: readonly string[] }
  /** Take instances out of the group; those that AS created are deleted if so wanted, attached ones never. */
  | { readonly _tag: "RemoveInstances"; readonly ids: readonly string[]; readonly deleteInstances: boolean }
  /**
   * Take these instances, which AS created, out of the group and delete them. Documents disagree on whether that lowers
   * the desired number; afterwards it is lower by as many, or as before.
   */
  | { readonly _tag: "RemoveOld"; readonly ids: readonly string[]; readonly desired: "lowered" | "kept" }
  /** Make sure that these instances are members. */
  | { readonly _tag: "Attach"; readonly ids: readonly string[] }
  /** No scaling action in progress. */
  | { readonly _tag: "WaitSettled" }
  /** No instances and no scaling action. */
  | { readonly _tag: "WaitEmpty" }
  /**
   * As many instances in service as the group desires, and healthy if so wanted. A failed scaling action is left to AS,
   * which tries most of them again, or ends the wait at once.
   */
  | {
      readonly _tag: "WaitCapacity";
      readonly instances: number;
      readonly healthy: boolean;
      readonly haltsOnFailure?: true;
    }
  /** These instances have left the group. */
  | { readonly _tag: "WaitLeft"; readonly ids: readonly string[] }
  /** Let the new instances work for a while. */
  | { readonly _tag: "Rest"; readonly seconds: number }
  | { readonly _tag: "Delete"; readonly force: boolean }
  | { readonly _tag: "WaitGone" };

/** Steps, and whether they lead all the way. An incomplete plan is followed by another, made from the live group. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly complete: boolean;
  /** The whole way in one sentence. */
  readonly summary: string;
}

/** A wait changes nothing. */
export const isWait = ({ _tag }: Step): boolean => _tag.startsWith("Wait") || _tag === "Rest";

const assertNever = (step: never): never => step;

/** Such as `1 tag`, `3 instances`. */
export const counted = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? "" : "s"}`;

/** Such as `3 instances`. */
export const count = (instances: number): string => counted(instances, "instance");

/** One step in words. */
export const describeStep = (step: Step): string => {
  switch (step._tag) {
    case "Pause":
      return "pause";
    case "Resume":
      return "resume";
    case "Modify":
      return `change ${Object.keys(step.modification).join(", ")}`;
    case "PutTags":
      return `write ${counted(Object.keys(step.tags).length, "tag")}`;
    case "PutHooks":
      return `make sure of ${counted(step.hooks.length, "lifecycle hook")}`;
    case "RemoveTags":
      return `remove ${counted(step.keys.length, "tag")}`;
    case "PutJournal":
      return `write the ${step.journal} journal`;
    case "ClearJournal":
      return `remove the ${step.journal} journal`;
    case "Unprotect":
      return `take the protection off ${count(step.ids.length)}`;
    case "RemoveInstances":
      return `${step.deleteInstances ? "release" : "detach"} ${count(step.ids.length)}`;
    case "RemoveOld":
      return `remove ${counted(step.ids.length, "old instance")}`;
    case "Attach":
      return `attach ${count(step.ids.length)}`;
    case "WaitSettled":
      return "wait for the scaling action to end";
    case "WaitEmpty":
      return "wait until no instance is left";
    case "WaitCapacity":
      return `wait for ${count(step.instances)} in service${step.healthy ? " and healthy" : ""}`;
    case "WaitLeft":
      return `wait until ${counted(step.ids.length, "old instance")} ${step.ids.length === 1 ? "has" : "have"} left`;
    case "Rest":
      return `rest for ${formatDuration(step.seconds)}`;
    case "Delete":
      return step.force ? "delete with force" : "delete";
    case "WaitGone":
      return "wait until the group is gone";
    default:
      return assertNever(step);
  }
};

/** A whole plan in words. */
export const describePlan = (steps: readonly Step[]): string => steps.map(describeStep).join(", ");

/** Only a drain has an incomplete plan: what its next one holds cannot be known before a scaling action has ended. */
const LATER = "empty the group, make the change, restore its capacity, remove the drain journal";

/** What is left of a plan in words, when these of its steps have not been carried out. */
export const describeLeft = ({ complete }: Plan, steps: readonly Step[]): string =>
  [...steps.map(describeStep), ...(complete ? [] : [LATER])].join(", ");
