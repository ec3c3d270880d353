import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { explain } from "../../core/message";
import type { OwnArguments } from "../../core/resource/arguments";
import { compareResource } from "../../core/resource/compare";
import { idsOf } from "../../core/resource/kept";
import { appliedOutputs, managedIn } from "../../core/resource/outputs";
import { recordedIn } from "../../core/resource/recorded";
import type { Kind } from "../../service/resource/kind";
import { deleteAll } from "../../service/resource/delete";
import { convergeResource } from "../../service/resource/update";
import { hereAs, nameIn, operationOf, orThrowAs, type Bag } from "../context";
import { failedUpdate } from "../failed-update";
import { guarded } from "../provider-error";
import { watched } from "../session";
import { keptIn, keptOutput, sortedKept } from "./kept";

/**
 * Brings the live object to what the program wants. A failure keeps the old state, with what was set for the first time:
 * the next `up` compares with the live object anyway, and goes on from wherever it is.
 */
export const updateOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (id: string, olds: Bag, news: Bag): Promise<{ outs: Record<string, unknown> }> =>
    guarded(async () => {
      const doing = "updating";
      const { args, here } = await orThrowAs(kind)(
        doing,
        id,
        news,
        pipe(
          TE.Do,
          TE.apS("here", hereAs(kind)(olds)),
          TE.bind("args", () => TE.fromEither(kind.table.decode(news))),
        ),
      );
      const { environment, mayHaveWritten } = watched(here.environment);
      const { place } = here;
      const operation = operationOf(environment, news, args.timeouts.update);
      const recorded = recordedIn(olds);
      const before = kind.table.readable(olds);
      const kept = sortedKept(kind, args, keptIn(kind, olds));
      const result = await pipe(
        convergeResource(kind, operation, id, args, recorded, before),
        TE.chainFirst(() => deleteAll(kind, operation, idsOf(kept.leaving), args)),
      )();
      if (E.isRight(result))
        return {
          outs: {
            ...appliedOutputs<Args, Live>(kind, news, result.right, place),
            ...keptOutput(kind, kept.staying),
          },
        };
      const reason = explain(result.left, { title: kind.title, doing, name: nameIn(kind, news), id });
      const differing = (live: Live): ReadonlySet<string> =>
        new Set(
          compareResource(kind.fields, { known: args, unknown: [] }, recorded, live, before).changes.map(
            ({ field }) => field,
          ),
        );
      throw await failedUpdate({
        id,
        reason,
        olds,
        news,
        names: kind.table.names,
        wanted: managedIn(kind.fields, news),
        mayHaveWritten,
        look: pipe(
          TE.fromIO(() => {
            kind.invalidate(environment, id);
          }),
          TE.chain(() => kind.find(environment, id)),
          TE.map(O.map(differing)),
        ),
      });
    });
