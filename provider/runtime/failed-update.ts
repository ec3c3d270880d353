/** What becomes of an update that failed. */
import { isDeepStrictEqual } from "node:util";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { TaskEither } from "fp-ts/TaskEither";
import type { AsError } from "../core/error";
import { outputsWithGained } from "../core/resource/gained";
import { keepingSecrets } from "../core/resource/secret-output";
import type { Bag } from "./context";
import { PartialFailure, ProviderError } from "./provider-error";
import type { WatchedEnvironment } from "./session";

/** An update that failed. */
interface FailedUpdate extends Pick<WatchedEnvironment, "mayHaveWritten"> {
  readonly id: string;
  readonly reason: string;
  readonly olds: Bag;
  readonly news: Bag;
  /** All arguments. */
  readonly names: readonly string[];
  /** The compared arguments that the inputs set, without those that nothing could be taken back of. */
  readonly wanted: readonly string[];
  /** The arguments that are not live as wanted, by a reading that begins now; none when the object is gone. */
  readonly look: TaskEither<AsError, O.Option<ReadonlySet<string>>>;
}

/** A failure that the engine saves: with these outputs, and the old inputs. */
export const savedFailure = (
  id: string,
  reason: string,
  outputs: Bag,
  news: Bag,
  names: readonly string[],
): PartialFailure => new PartialFailure(id, reason, keepingSecrets(outputs, news, names, isDeepStrictEqual));

/** The failure: it keeps the old state, unless the update has gained something that the state has to remember. */
export const failedUpdate = async ({
  id,
  reason,
  olds,
  news,
  names,
  wanted,
  mayHaveWritten,
  look,
}: FailedUpdate): Promise<ProviderError> => {
  if (!mayHaveWritten()) return new ProviderError(reason);
  const seen = await look();
  if (E.isRight(seen) && O.isNone(seen.right)) return new ProviderError(reason);
  const differing = E.isRight(seen) ? O.toUndefined(seen.right) : undefined;
  const outputs = outputsWithGained({ olds, news, wanted, differing, same: isDeepStrictEqual });
  return outputs === undefined ? new ProviderError(reason) : savedFailure(id, reason, outputs, news, names);
};
