/**
 * What an update that failed has set for the first time.
 *
 * Recorded, such an argument goes back to its default when it leaves the program again; otherwise it would pass for one
 * that the program has never set, and stay live without a word.
 */
import type { UnknownRecord } from "../record";
import { recordedIn } from "./recorded";

/** The arguments that no earlier update has set. */
export const setAnew = (managed: readonly string[], recorded: UnknownRecord): readonly string[] =>
  managed.filter((name) => !recordedIn(recorded).managedArguments.includes(name));

/**
 * The outputs to record after an update that failed: the old ones, with what it has gained.
 *
 * @param gained names of arguments that are live as the program wants them
 */
export const outputsWithGained = (
  olds: UnknownRecord,
  news: UnknownRecord,
  gained: readonly string[],
): Record<string, unknown> => ({
  ...olds,
  ...Object.fromEntries(gained.map((name) => [name, news[name]])),
  managedArguments: [...recordedIn(olds).managedArguments, ...gained].sort(),
  __provider: news["__provider"],
});
