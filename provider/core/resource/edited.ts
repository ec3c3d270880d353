/** Which arguments the program itself has changed since they were last applied. */
import { isAbsent, type UnknownRecord } from "../record";
import { type ArgumentTable, filledNames } from "./arguments";
import { isRecorded, recordedIn } from "./recorded";

type Same = (one: unknown, other: unknown) => boolean;

/**
 * Compares the new inputs with the recorded outputs. An output of a field that no argument had set is a live value and
 * says nothing about the program.
 *
 * @param fields names of the arguments that the live object has values for
 */
export const editedNames = <Args>(
  { names }: ArgumentTable<Args>,
  fields: readonly string[],
  outputs: UnknownRecord,
  inputs: UnknownRecord,
  same: Same,
): ReadonlySet<string> => {
  const { managedArguments } = recordedIn(outputs);
  const before = (name: string): unknown =>
    !fields.includes(name) || !isRecorded(outputs) || managedArguments.includes(name)
      ? outputs[name]
      : undefined;
  const filled: readonly string[] = filledNames;
  return new Set(
    names
      .filter((name) => !filled.includes(name))
      .filter((name) => {
        const old = before(name);
        const now = inputs[name];
        if (isAbsent(old) && isAbsent(now)) return false;
        return !same(old ?? undefined, now ?? undefined);
      }),
  );
};
