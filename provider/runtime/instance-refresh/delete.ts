import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { ownerOf } from "../../core/as-group/journal-owner";
import { refreshTable } from "../../core/instance-refresh/arguments";
import { DEFAULT_MANNER } from "../../core/instance-refresh/manner";
import { endRefresh } from "../../service/instance-refresh/end";
import { operationOf, urnOf, type Bag } from "../context";
import { hereFor, orThrow } from "../as-group/context";
import { guarded } from "../provider-error";

/** Does nothing to the group, unless a refresh of this resource was interrupted: then its numbers are given back. */
export const remove = (id: string, props: Bag): Promise<void> =>
  guarded(() => {
    const manner = { ...DEFAULT_MANNER, ...refreshTable.readable(props) };
    return orThrow(
      "ending the instance refresh",
      id,
      props,
      pipe(
        hereFor(props),
        TE.chain(({ environment }) =>
          endRefresh(operationOf(environment, props, manner.timeout), {
            id,
            manner,
            owner: ownerOf(urnOf(props)),
          }),
        ),
      ),
    );
  });
