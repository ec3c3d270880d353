/** What an update that failed has set for the first time, for the state to remember. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsError } from "../core/error";
import { outputsWithGained } from "../core/resource/gained";
import type { Bag } from "./context";
import { PartialFailure, ProviderError } from "./provider-error";

/**
 * Those of the arguments that are live as the program wants them; where nobody can tell, all of them; none when the object
 * is gone.
 *
 * @param names arguments that no earlier update has set
 * @param look names of those that still differ, by a reading that begins now; only made when there are any
 */
export const gainedAmong = async (
  names: readonly string[],
  look: () => TaskEither<AsError, O.Option<ReadonlySet<string>>>,
): Promise<readonly string[]> => {
  if (names.length === 0) return [];
  const differing = await look()();
  if (E.isLeft(differing)) return names;
  if (O.isNone(differing.right)) return [];
  const { value } = differing.right;
  return names.filter((name) => !value.has(name));
};

/** The failure of an update: with what it has gained, the engine saves that beside the old state. */
export const failedUpdate = (
  id: string,
  reason: string,
  olds: Bag,
  news: Bag,
  gained: readonly string[],
): ProviderError =>
  gained.length === 0
    ? new ProviderError(reason)
    : new PartialFailure(id, reason, outputsWithGained(olds, news, gained));
