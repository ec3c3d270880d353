/** Writes to an object of a kind. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../../core/as-code/handling";
import { hasCode, type AsError } from "../../core/error";
import { persistently } from "../persistently";
import type { ResourceOperation } from "./environment";
import type { Kind } from "./kind";

/** Repeats a write while it is refused as busy and time is left; whatever comes of it, older readings are void. */
export const written = <A>(
  { busyCodes, invalidate }: Pick<Kind<never, never>, "busyCodes" | "invalidate">,
  operation: ResourceOperation,
  id: string,
  write: TE.TaskEither<AsError, A>,
): TE.TaskEither<AsError, A> => {
  const voided = <Answer>(answer: Answer): Answer => {
    invalidate(operation.environment, id);
    return answer;
  };
  return pipe(
    persistently(operation, write, (error) => hasCode(error, ...handled.busy.codes, ...busyCodes)),
    TE.bimap(voided, voided),
  );
};
