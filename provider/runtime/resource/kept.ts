/** Objects that were replaced and stay for a way back, as the outputs of a resource remember them. */
import { recordOf } from "../../core/record";
import type { OwnArguments } from "../../core/resource/arguments";
import { idsOf, type KeptObject, sorted, type Sorted } from "../../core/resource/kept";
import { recordedIn } from "../../core/resource/recorded";
import type { Kind } from "../../service/resource/kind";
import type { Bag } from "../context";

type Keeping<Args extends OwnArguments, Live> = Pick<Kind<Args, Live>, "keeping">;

/** They, newest first. */
export const keptIn = <Args extends OwnArguments, Live>(
  { keeping }: Keeping<Args, Live>,
  outputs: Bag,
): readonly KeptObject[] => {
  if (keeping === undefined) return [];
  const { [keeping.output]: ids, [keeping.marksOutput]: recorded } = recordOf(outputs);
  const marks = recordOf(recorded);
  return (Array.isArray(ids) ? ids : [])
    .filter((id): id is string => typeof id === "string")
    .map((id) => {
      const mark = marks[id];
      return { id, ...(typeof mark === "string" ? { mark } : {}) };
    });
};

/**
 * The object of a resource, as it would be kept.
 *
 * @param outputs as they are recorded; of the live values among them, the program has said nothing
 */
export const keepable = <Args extends OwnArguments, Live>(
  { keeping, fields, table }: Pick<Kind<Args, Live>, "keeping" | "fields" | "table">,
  id: string,
  outputs: Bag,
): KeptObject => {
  if (keeping === undefined) return { id };
  const { managedArguments } = recordedIn(outputs);
  const said = Object.entries(outputs).filter(
    ([name]) => !(name in fields) || managedArguments.includes(name),
  );
  return { id, mark: keeping.mark(table.readable(Object.fromEntries(said))) };
};

/** Those of them that the program wants to stay, and the others. */
export const sortedKept = <Args extends OwnArguments, Live>(
  { keeping }: Keeping<Args, Live>,
  args: Partial<Args>,
  objects: readonly KeptObject[],
): Sorted => sorted(objects, keeping?.most(args) ?? 0);

/** As outputs. */
export const keptOutput = <Args extends OwnArguments, Live>(
  { keeping }: Keeping<Args, Live>,
  objects: readonly KeptObject[],
): Record<string, unknown> => {
  if (keeping === undefined || objects.length === 0) return {};
  const marks = objects.flatMap(({ id, mark }) => (mark === undefined ? [] : [[id, mark] as const]));
  return {
    [keeping.output]: [...idsOf(objects)],
    ...(marks.length === 0 ? {} : { [keeping.marksOutput]: Object.fromEntries(marks) }),
  };
};
