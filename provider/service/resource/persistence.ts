/** Writes that are repeated while the service refuses them for the moment. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { handled } from "../../core/as-code/handling";
import { hasCode, type AsError } from "../../core/error";
import { whileBusy } from "../../wait/repeat";
import type { ResourceOperation } from "./environment";
import type { Kind } from "./kind";

/** Repeats a write while it is refused as busy and time is left; whatever comes of it, older readings are void. */
export const persistently = <A>(
  { busyCodes, invalidate }: Pick<Kind<never, never>, "busyCodes" | "invalidate">,
  { environment, startedAt, timeoutSeconds }: ResourceOperation,
  id: string,
  write: TE.TaskEither<AsError, A>,
): TE.TaskEither<AsError, A> => {
  const voided = <Answer>(answer: Answer): Answer => {
    invalidate(environment, id);
    return answer;
  };
  return pipe(
    whileBusy(write, {
      isBusy: (error) => hasCode(error, ...handled.busy.codes, ...busyCodes),
      deadline: startedAt + timeoutSeconds * 1000,
      clock: environment.clock,
      schedule: environment.schedule,
    }),
    TE.bimap(voided, voided),
  );
};
