/**
 * The recorded outputs of a resource: the arguments as the program wrote them, overlaid with the live object.
 *
 * A live value that means the same as the argument keeps the argument's form, so that neither a refresh nor the next
 * preview sees a difference that is none.
 */
import { isAbsent, membersGiven, type UnknownRecord } from "../record";
import type { ArgumentTable } from "./arguments";
import type { FieldTable, ResourceField } from "./field";
import { isRecorded, recordedIn } from "./recorded";

/** Where an object lives: recorded, so that a changed configuration cannot reach into another project. */
export interface Place {
  readonly projectId: string;
  /** Absent when neither the catalog nor the configuration names one. */
  readonly region?: string | undefined;
}

/** What outputs are made of. */
export interface OutputForm<Args, Live> {
  readonly fields: FieldTable<Args, Live>;
  /** The live object as outputs. */
  readonly outputsOf: (live: Live) => UnknownRecord;
  readonly table: Pick<ArgumentTable<Args>, "names" | "readable">;
}

const fieldNames = <Args, Live>(fields: FieldTable<Args, Live>): readonly (keyof Args & string)[] =>
  Object.keys(fields) as (keyof Args & string)[];

/** The compared arguments that the bag sets. */
export const managedIn = <Args, Live>(
  fields: FieldTable<Args, Live>,
  bag: UnknownRecord,
): readonly string[] =>
  fieldNames(fields)
    .filter((name) => !isAbsent(bag[name]))
    .sort();

const pick = (bag: UnknownRecord, names: readonly string[]): UnknownRecord =>
  Object.fromEntries(names.map((name) => [name, bag[name]]));

const withoutProvider = ({ __provider: _, ...bag }: UnknownRecord): UnknownRecord => bag;

/** The values of the compared arguments as they are live. */
const liveArguments = <Args, Live>(
  { fields, table }: OutputForm<Args, Live>,
  recorded: UnknownRecord,
  live: Live,
): UnknownRecord => {
  const before = table.readable(recorded);
  return Object.fromEntries(
    fieldNames(fields).map((name) => {
      // Every field is asked about the value of its own argument only.
      const field = fields[name] as ResourceField<unknown, Live>;
      return [name, field.live(live, before[name])];
    }),
  );
};

/** The arguments of the bag that still say what is live. */
const stillTrue = <Args, Live>(
  { fields, table }: OutputForm<Args, Live>,
  bag: UnknownRecord,
  live: Live,
): readonly string[] => {
  const args = table.readable(bag);
  return fieldNames(fields).filter((name) => {
    // Every field is asked about the value of its own argument only.
    const field = fields[name] as ResourceField<unknown, Live>;
    return args[name] !== undefined && !isAbsent(bag[name]) && field.same(args[name], live);
  });
};

/**
 * The outputs after create or update. Arguments that were just applied keep the program's form even where the live value
 * differs already: recorded, the difference would pass for an edit of the program.
 *
 * @param inputs the checked inputs that have just been applied
 * @param live the object afterwards; undefined when it exists but could not be read
 */
export const appliedOutputs = <Args, Live>(
  form: OutputForm<Args, Live>,
  inputs: UnknownRecord,
  live: Live | undefined,
  place: Place,
): Record<string, unknown> => {
  const managed = managedIn(form.fields, inputs);
  return membersGiven({
    ...withoutProvider(inputs),
    ...(live === undefined ? {} : { ...liveArguments(form, inputs, live), ...form.outputsOf(live) }),
    ...pick(inputs, managed),
    ...place,
    managedArguments: managed,
  });
};

/**
 * The arguments that a refresh reports as inputs: those that were applied, and what an update that failed has set. From
 * then on the engine itself shows that these leave the program.
 *
 * @param recorded outputs; where one has no value, nobody could tell which it is
 * @param live names of those that are live as they are recorded
 */
export const refreshedNames = (recorded: UnknownRecord, live: readonly string[]): readonly string[] => {
  const { managedArguments, gainedArguments } = recordedIn(recorded);
  return [
    ...managedArguments,
    ...gainedArguments.filter((name) => isAbsent(recorded[name]) || live.includes(name)),
  ].sort();
};

/** What a refresh reports: outputs with the live values, and the inputs that would make them. */
export const refreshedOutputs = <Args, Live>(
  form: OutputForm<Args, Live>,
  recorded: UnknownRecord,
  live: Live,
  place: Place,
): { readonly outputs: Record<string, unknown>; readonly inputs: Record<string, unknown> } => {
  const bag = withoutProvider(recorded);
  const { fields, outputsOf } = form;
  const asRecorded = stillTrue(form, bag, live);
  const values = {
    ...liveArguments(form, bag, live),
    ...outputsOf(live),
    ...pick(bag, asRecorded),
  };
  const managed = isRecorded(bag) ? refreshedNames(bag, asRecorded) : managedIn(fields, values);
  // Arguments that steer this package, and have no live value.
  const own = pick(
    bag,
    form.table.names.filter((name) => !(name in fields)),
  );
  return {
    inputs: membersGiven({ ...own, ...pick(values, managed) }),
    outputs: membersGiven({
      ...bag,
      ...values,
      ...place,
      managedArguments: managed,
      gainedArguments: undefined,
    }),
  };
};
