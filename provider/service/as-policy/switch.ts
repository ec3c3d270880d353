/** Enables and disables AS policies. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { getAsPolicy, pauseAsPolicy, resumeAsPolicy } from "../../api/as-policy";
import type { AsClient } from "../../api/client";
import { handled } from "../../core/as-code/handling";
import { isEnabled } from "../../core/as-policy/status";
import { type AsError, hasCode } from "../../core/error";
import { isAmbiguous } from "../as-group/ambiguous";

const ATTEMPTS = 3;

/** The policy may be as wanted all the same: it was so before, or the answer was lost. */
const mayBeSo = (error: AsError): boolean => hasCode(error, ...handled.alreadySo.codes) || isAmbiguous(error);

/**
 * Enables or disables a policy. One that is so already is left as it is; after a call whose answer was lost, a look at
 * the policy decides whether to repeat it.
 */
export const switchAsPolicy = (
  client: AsClient,
  id: string,
  enabled: boolean,
  attempt = 1,
): TE.TaskEither<AsError, void> =>
  pipe(
    (enabled ? resumeAsPolicy : pauseAsPolicy)(client)(id),
    TE.orElse((error) =>
      mayBeSo(error)
        ? pipe(
            getAsPolicy(client)(id),
            TE.chain((live) => {
              if (isEnabled(live) === enabled) return TE.right(undefined);
              return isAmbiguous(error) && attempt < ATTEMPTS
                ? switchAsPolicy(client, id, enabled, attempt + 1)
                : TE.left(error);
            }),
          )
        : TE.left(error),
    ),
  );
