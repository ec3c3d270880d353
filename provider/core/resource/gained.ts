/**
 * What an update that failed has, or may have, set for the first time.
 *
 * It is recorded beside what was applied. Otherwise it would pass for something that the program has never set, and stay
 * live without a word once it leaves the program. What is then live as the update wanted it is taken back; what is not
 * was never carried out, or has been changed since, and is left alone.
 */
import type { UnknownRecord } from "../record";
import { type Recorded, recordedIn } from "./recorded";

type Same = (one: unknown, other: unknown) => boolean;

/** The update that failed. */
interface FailedUpdate {
  readonly olds: UnknownRecord;
  readonly news: UnknownRecord;
  /** The compared arguments that the inputs set, without those that nothing could be taken back of. */
  readonly wanted: readonly string[];
  /** Which arguments are not live as wanted, by a reading after the failure; undefined when nobody can tell. */
  readonly differing: ReadonlySet<string> | undefined;
  readonly same: Same;
}

/** The names that no update has applied. */
const notApplied = (names: readonly string[], { managedArguments }: Recorded): readonly string[] =>
  names.filter((name) => !managedArguments.includes(name));

/** The names of what an update that failed leaves behind. */
interface Gained {
  /** Has, or may have, the value of the new inputs. */
  readonly anew: readonly string[];
  /** Has, or may have, the value that an earlier update wanted, which failed, too. */
  readonly still: readonly string[];
  /** Has, or may have, one of the two values. */
  readonly either: readonly string[];
}

const gainedBy = ({ olds, news, wanted, differing, same }: FailedUpdate): Gained => {
  const recorded = recordedIn(olds);
  const { gainedArguments: earlier } = recorded;
  const unapplied = notApplied(wanted, recorded);
  if (differing !== undefined)
    return {
      anew: unapplied.filter((name) => !differing.has(name)),
      still: earlier.filter((name) => differing.has(name)),
      either: [],
    };
  const either = unapplied.filter((name) => earlier.includes(name) && !same(olds[name], news[name]));
  return {
    anew: unapplied.filter((name) => !either.includes(name)),
    still: earlier.filter((name) => !unapplied.includes(name)),
    either,
  };
};

const without = (bag: UnknownRecord, names: readonly string[]): UnknownRecord =>
  Object.fromEntries(Object.entries(bag).filter(([name]) => !names.includes(name)));

/**
 * The outputs to record after an update that failed: the old ones, with what it has gained. A value is missing where
 * nobody can tell which it is. Undefined when there is nothing that the old outputs do not say.
 */
export const outputsWithGained = (update: FailedUpdate): Record<string, unknown> | undefined => {
  const { olds, news } = update;
  const { gainedArguments: earlier } = recordedIn(olds);
  const { anew, still, either } = gainedBy(update);
  const gainedArguments = [...new Set([...anew, ...still, ...either])].sort();
  if (anew.length + either.length === 0 && gainedArguments.length === earlier.length) return undefined;
  return {
    ...without(olds, ["gainedArguments", ...either]),
    ...Object.fromEntries(anew.map((name) => [name, news[name]])),
    ...(gainedArguments.length === 0 ? {} : { gainedArguments }),
    __provider: news["__provider"],
  };
};
