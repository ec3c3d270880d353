import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { DEFAULT_TIMEOUT_SECONDS, type OwnArguments } from "../../core/resource/arguments";
import { idsOf } from "../../core/resource/kept";
import type { Kind } from "../../service/resource/kind";
import { deleteAll } from "../../service/resource/delete";
import { hereAs, operationOf, orThrowAs, urnOf, type Bag } from "../context";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import { fateOf, noteDeleted, notReplaced } from "../replacements";
import { keptIn } from "./kept";

/** Deletes the object, and those that it has kept, unless a resource still needs them; ends only when all are gone. */
export const deleteOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (id: string, props: Bag): Promise<void> =>
    guarded(async () => {
      const urn = urnOf(props);
      const { ids, isFoundAgain } = fateOf(urn, id, idsOf(keptIn(kind, props)));
      if (isFoundAgain) await tell("warn", notReplaced(ids), urn);
      const recorded = kind.table.readable(props);
      const timeout = recorded.timeouts?.delete ?? DEFAULT_TIMEOUT_SECONDS;
      if (ids.length === 0) return;
      await orThrowAs(kind)(
        "deleting",
        id,
        props,
        pipe(
          hereAs(kind)(props),
          TE.chain(({ environment }) =>
            deleteAll(kind, operationOf(environment, props, timeout), ids, recorded),
          ),
        ),
      );
      noteDeleted(ids);
    });
