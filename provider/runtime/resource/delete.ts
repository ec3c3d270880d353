import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { DEFAULT_TIMEOUT_SECONDS, type OwnArguments } from "../../core/resource/arguments";
import type { Kind } from "../../service/resource/kind";
import { deleteAll } from "../../service/resource/delete";
import { hereAs, operationOf, orThrowAs, urnOf, type Bag } from "../context";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import { isHeld, isKept, notReplaced, replacedId } from "../replacements";
import { keptIn } from "./kept";

/** Deletes the object, and those that it has kept, unless a resource still holds them; ends only when all are gone. */
export const deleteOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (id: string, props: Bag): Promise<void> =>
    guarded(async () => {
      const urn = urnOf(props);
      const before = replacedId(urn);
      // One that was kept may be what the resource has again: then it was not asked for that it be replaced.
      const ids = [id, ...keptIn(kind, props)].filter((each) => !isKept(urn, each) && !isHeld(each));
      if (isKept(urn, id) && (before === undefined || before === id))
        await tell("warn", notReplaced(ids), urn);
      const recorded = kind.table.readable(props);
      const timeout = recorded.timeouts?.delete ?? DEFAULT_TIMEOUT_SECONDS;
      if (ids.length === 0) return;
      return orThrowAs(kind)(
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
    });
