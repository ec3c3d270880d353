/**
 * The three-way comparison of program, state and live object.
 *
 * An argument that is present is compared with the live object. One that was never set is not managed. One that left
 * the program goes back to the documented default, where the API has a way back; one that an update has set which failed,
 * only if it is live.
 */
import type { KnownArguments } from "./arguments";
import type { FieldTable, ResourceField } from "./field";
import type { Recorded } from "./recorded";

/** One argument for which the live object is not as the program wants it. */
export interface ResourceChange {
  readonly field: string;
  /** The value that the object is to have. */
  readonly wanted: unknown;
  /** Both values for people. */
  readonly from: string;
  readonly to: string;
  readonly needs: "update" | "replace";
  /** Set by an update that failed, and not in the program. */
  readonly gained?: true;
}

/** Everything that differs. */
export interface ResourceComparison {
  readonly changes: readonly ResourceChange[];
  /** Sentences about arguments that left the program but cannot be unset. */
  readonly kept: readonly string[];
}

type AnyField<Live> = ResourceField<unknown, Live>;

const liveText = <Live>({ live: valueOf, show, showLive }: AnyField<Live>, live: Live): string =>
  showLive?.(live) ?? show(valueOf(live));

/** What an update that failed has set, as far as anybody can tell. */
const isGained = <Live>(
  name: string,
  field: AnyField<Live>,
  { gainedArguments }: Recorded,
  live: Live,
  before: unknown,
): boolean => gainedArguments.includes(name) && (before === undefined || field.same(before, live, before));

const changeOf = <Live>(
  name: string,
  field: AnyField<Live>,
  wanted: unknown,
  live: Live,
  before: unknown,
): readonly ResourceChange[] =>
  field.same(wanted, live, before)
    ? []
    : [
        {
          field: name,
          wanted,
          from: liveText(field, live),
          to: field.show(wanted),
          needs: field.change,
        },
      ];

/**
 * Compares program, state and live object.
 *
 * @param before the arguments as they were last applied, where they are recorded
 */
export const compareResource = <Args, Live>(
  fields: FieldTable<Args, Live>,
  program: KnownArguments<Args>,
  recorded: Recorded,
  live: Live,
  before: Partial<Args> = {},
): ResourceComparison => {
  const changes: ResourceChange[] = [];
  const kept: string[] = [];
  for (const name of Object.keys(fields) as (keyof Args & string)[]) {
    // Every field is asked about the value of its own argument only.
    const field = fields[name] as AnyField<Live>;
    const wanted: unknown = program.known[name];
    const isManaged = recorded.managedArguments.includes(name);
    const applied: unknown = isManaged || recorded.gainedArguments.includes(name) ? before[name] : undefined;
    const gained = !isManaged && isGained(name, field, recorded, live, applied);
    if (wanted !== undefined) changes.push(...changeOf(name, field, wanted, live, applied));
    else if (!program.unknown.includes(name) && (isManaged || gained)) {
      if (field.whenRemoved !== "kept")
        changes.push(
          ...changeOf(name, field, field.whenRemoved.to, live, applied).map((change) =>
            gained ? { ...change, gained } : change,
          ),
        );
      else
        kept.push(`${name} left the program, but the API cannot unset it: it stays ${liveText(field, live)}`);
    }
  }
  return { changes, kept };
};
