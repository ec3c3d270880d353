import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { DEFAULT_TIMEOUT_SECONDS, type OwnArguments } from "../../core/resource/arguments";
import type { Kind } from "../../service/resource/kind";
import { deleteResource } from "../../service/resource/delete";
import { hereAs, operationOf, orThrowAs, urnOf, type Bag } from "../context";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import { isKept, NOT_REPLACED } from "../replacements";

/** Deletes the object; ends only when it is gone. */
export const deleteOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (id: string, props: Bag): Promise<void> =>
    guarded(async () => {
      const urn = urnOf(props);
      if (isKept(urn, id)) return tell("warn", NOT_REPLACED, urn);
      const recorded = kind.table.readable(props);
      const timeout = recorded.timeouts?.delete ?? DEFAULT_TIMEOUT_SECONDS;
      return orThrowAs(kind)(
        "deleting",
        id,
        props,
        pipe(
          hereAs(kind)(props),
          TE.chain(({ environment }) =>
            deleteResource(kind, operationOf(environment, props, timeout), id, recorded),
          ),
        ),
      );
    });
