import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { NO_CONSENT } from "../../core/as-group/arguments";
import { readableArguments } from "../../core/as-group/readable";
import { DEFAULT_TIMEOUT_SECONDS } from "../../core/resource/arguments";
import { deleteGroup } from "../../service/as-group/delete";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import { isKept, notReplaced } from "../replacements";
import { operationOf, urnOf, type Bag } from "../context";
import { hereFor, orThrow } from "./context";

/** Deletes the group by the recorded mode; ends only when it is verified gone. */
export const remove = (id: string, props: Bag): Promise<void> =>
  guarded(async () => {
    const urn = urnOf(props);
    if (isKept(urn, id)) return tell("warn", notReplaced(), urn);
    const { timeouts, deleteMode = "drain", drain = NO_CONSENT } = readableArguments(props);
    return orThrow(
      "deleting",
      id,
      props,
      pipe(
        hereFor(props),
        TE.chain(({ environment }) =>
          deleteGroup(operationOf(environment, props, timeouts?.delete ?? DEFAULT_TIMEOUT_SECONDS), id, {
            mode: deleteMode,
            consent: drain,
          }),
        ),
      ),
    );
  });
