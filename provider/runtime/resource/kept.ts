/** Objects that were replaced and stay for a way back, as the outputs of a resource remember them. */
import { recordOf } from "../../core/record";
import type { OwnArguments } from "../../core/resource/arguments";
import type { Kind } from "../../service/resource/kind";
import type { Bag } from "../context";

type Keeping<Args extends OwnArguments, Live> = Pick<Kind<Args, Live>, "keeping">;

/** Their ids, newest first. */
export const keptIn = <Args extends OwnArguments, Live>(
  { keeping }: Keeping<Args, Live>,
  outputs: Bag,
): readonly string[] => {
  const ids = keeping === undefined ? undefined : recordOf(outputs)[keeping.output];
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : [];
};

/** Those of them that the program wants to stay. */
export const stillKept = <Args extends OwnArguments, Live>(
  { keeping }: Keeping<Args, Live>,
  args: Partial<Args>,
  ids: readonly string[],
): readonly string[] => ids.slice(0, keeping?.most(args) ?? 0);

/** As an output. */
export const keptOutput = <Args extends OwnArguments, Live>(
  { keeping }: Keeping<Args, Live>,
  ids: readonly string[],
): Record<string, unknown> =>
  keeping === undefined || ids.length === 0 ? {} : { [keeping.output]: [...ids] };
