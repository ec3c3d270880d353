/** What a comparison means to the engine. */
import type { DiffResult } from "./answers";

/** What is to become of an object: it is gone, stays, changes in place, or is replaced because of these arguments. */
type Outcome =
  | { readonly _tag: "Gone" | "Unchanged" | "Update" }
  | { readonly _tag: "Replace"; readonly fields: readonly string[] };

/**
 * Without `changes` the engine compares the inputs itself and shows each edited argument. It cannot see drift, which
 * therefore has to be claimed.
 *
 * @param idOutput the output that is the id in the service: it is what is replaced when the object is gone
 */
export const diffAnswer = (
  outcome: Outcome,
  idOutput: string,
  edited: ReadonlySet<string>,
  urnMoved: boolean,
): DiffResult => {
  switch (outcome._tag) {
    case "Gone":
      return { changes: true, replaces: [idOutput], deleteBeforeReplace: true };
    case "Unchanged":
      return urnMoved && edited.size === 0 ? { changes: false } : {};
    case "Update":
      return edited.size > 0 ? {} : { changes: true };
    case "Replace":
      return {
        ...(outcome.fields.some((field) => edited.has(field)) ? {} : { changes: true }),
        replaces: [...outcome.fields],
        deleteBeforeReplace: false,
      };
  }
};
