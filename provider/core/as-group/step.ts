/** A plan is a list of these: a small closed union that says what to do and nothing about how. */
import type { FieldChange } from "./lock";
import type { AsGroupModification, Tags } from "./model";

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
  | { readonly _tag: "RemoveTags"; readonly keys: readonly string[] }
  | { readonly _tag: "RemoveInstances"; readonly ids: readonly string[] }
  /** No scaling action in progress. */
  | { readonly _tag: "WaitSettled" }
  /** No instances and no scaling action. */
  | { readonly _tag: "WaitEmpty" }
  /** As many instances in service as the group desires. */
  | { readonly _tag: "WaitCapacity"; readonly instances: number }
  | { readonly _tag: "Delete"; readonly force: boolean }
  | { readonly _tag: "WaitGone" };

/** The service removes at most this many instances a call (AS.4043). */
export const REMOVAL_BATCH = 10;

const assertNever = (step: never): never => step;

const count = (number: number): string => `${number} ${number === 1 ? "instance" : "instances"}`;

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
      return `write ${Object.keys(step.tags).length} tag(s)`;
    case "RemoveTags":
      return `remove ${step.keys.length} tag(s)`;
    case "RemoveInstances":
      return `release ${count(step.ids.length)}`;
    case "WaitSettled":
      return "wait for the scaling action to end";
    case "WaitEmpty":
      return "wait until no instance is left";
    case "WaitCapacity":
      return `wait for ${count(step.instances)} in service`;
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
