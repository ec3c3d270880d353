/** What the next `up` does to a resource, in the words of a preview. */
import type { ResourceChange, ResourceComparison } from "./compare";

/** The outcome of a comparison. */
export type Decision =
  | { readonly _tag: "Gone" }
  | { readonly _tag: "Unchanged"; readonly messages: readonly string[] }
  | { readonly _tag: "Update"; readonly messages: readonly string[] }
  | { readonly _tag: "Replace"; readonly fields: readonly string[]; readonly messages: readonly string[] };

/** Such as `coolDownTime: 300 → 600`. */
export const describeChange = ({ field, from, to }: Pick<ResourceChange, "field" | "from" | "to">): string =>
  `${field}: ${from} → ${to}`;

const driftMessages = (
  changes: readonly ResourceChange[],
  isEdited: (name: string) => boolean,
): readonly string[] => {
  const drifted = changes.filter(({ field, gained }) => gained === undefined && !isEdited(field));
  return drifted.length === 0
    ? []
    : [`changed outside of Pulumi, up takes it back: ${drifted.map(describeChange).join(", ")}`];
};

/** What an update that failed has set, and the program does not say, is taken back. */
export const gainedMessages = (described: readonly string[]): readonly string[] =>
  described.length === 0
    ? []
    : [
        `an update that failed has set what the program does not say; up takes it back: ${described.join(", ")}`,
      ];

/**
 * The decision when these edited arguments are not known yet, but only another object can have them.
 */
export const withUnknown = (
  decision: Exclude<Decision, { readonly _tag: "Gone" }>,
  fixed: readonly string[],
): Decision => {
  if (fixed.length === 0) return decision;
  const known = decision._tag === "Replace" ? decision.fields : [];
  return { _tag: "Replace", fields: [...known, ...fixed], messages: decision.messages };
};

/**
 * Decides.
 *
 * @param isEdited whether the program itself has changed this argument
 */
export const decideResource = (
  { changes, kept }: ResourceComparison,
  isEdited: (name: string) => boolean,
): Exclude<Decision, { readonly _tag: "Gone" }> => {
  const gained = changes.filter((change) => change.gained === true);
  const messages = [
    ...driftMessages(changes, isEdited),
    ...gainedMessages(gained.map(describeChange)),
    ...kept,
  ];
  if (changes.length === 0) return { _tag: "Unchanged", messages };
  const fixed = changes.filter(({ needs }) => needs === "replace").map(({ field }) => field);
  return fixed.length === 0 ? { _tag: "Update", messages } : { _tag: "Replace", fields: fixed, messages };
};
