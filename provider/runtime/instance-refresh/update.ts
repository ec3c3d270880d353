import { isDeepStrictEqual } from "node:util";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { refreshTable } from "../../core/instance-refresh/arguments";
import { recordedOutcome, refreshOutputs } from "../../core/instance-refresh/outputs";
import { REFRESHING } from "../../core/message";
import { isInterrupted } from "../../service/instance-refresh/preview";
import { refresh } from "../../service/instance-refresh/refresh";
import { operationOf, type Bag } from "../context";
import { hereFor, orThrow } from "../as-group/context";
import { guarded } from "../provider-error";
import { goalOf } from "./goal";

/**
 * Replaces the old instances if the triggers have changed, or if an earlier run was interrupted. Any other edit is only
 * recorded.
 *
 * A failure keeps the old state: the triggers still differ from it, and the journal on the group lets the next `up` go
 * on.
 *
 * @param olds recorded outputs
 * @param news checked inputs
 */
export const update = (id: string, olds: Bag, news: Bag): Promise<{ outs: Record<string, unknown> }> =>
  guarded(async () => {
    const before = recordedOutcome(olds);
    const isWanted = !before.complete || !isDeepStrictEqual(olds["triggers"], news["triggers"]);
    const outs = await orThrow(
      REFRESHING,
      id,
      news,
      pipe(
        TE.Do,
        TE.apS("here", hereFor(olds)),
        TE.bind("args", () => TE.fromEither(refreshTable.decode(news))),
        TE.let("goal", ({ args }) => goalOf(args)),
        TE.bind("begins", ({ here, goal }) =>
          isWanted ? TE.right(true) : isInterrupted(here.environment, goal),
        ),
        TE.bind("replaced", ({ here, args, goal, begins }) => {
          if (!begins) return TE.right(before.replacedInstanceNumber);
          const operation = operationOf(here.environment, news, args.timeout);
          return pipe(
            refresh(operation, goal, operation.progress),
            TE.map(({ replaced }) => replaced),
          );
        }),
        TE.map(({ here, replaced }) =>
          refreshOutputs(news, { complete: true, replacedInstanceNumber: replaced }, here.place),
        ),
      ),
    );
    return { outs };
  });
