import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { argumentNames, decodeArguments } from "../../core/as-group/arguments";
import { compare, type Comparison } from "../../core/as-group/compare";
import { managed, outputsOf } from "../../core/as-group/outputs";
import { recordedAsGroup } from "../../core/as-group/recorded";
import { explain } from "../../core/message";
import { findLive } from "../../service/as-group/converge";
import { update as updateGroup } from "../../service/as-group/update";
import { failedUpdate } from "../failed-update";
import { guarded } from "../provider-error";
import { operationOf, type Bag } from "../context";
import { watched } from "../session";
import { hereFor, orThrow } from "./context";

const differing = ({ changes, tags, gained }: Comparison): ReadonlySet<string> =>
  new Set<string>([
    ...changes.map(({ field }) => field),
    ...(Object.keys(tags.put).length > 0 || gained.includes("tags") ? ["tags"] : []),
  ]);

/**
 * Brings the live group to what the program wants.
 *
 * A failure keeps the old state, with what was set for the first time: the next `up` compares with the live group
 * anyway, and goes on from wherever it is.
 *
 * @param olds recorded outputs
 * @param news checked inputs
 */
export const update = (id: string, olds: Bag, news: Bag): Promise<{ outs: Record<string, unknown> }> =>
  guarded(async () => {
    const doing = "updating";
    const { args, here } = await orThrow(
      doing,
      id,
      news,
      pipe(
        TE.Do,
        TE.apS("here", hereFor(olds)),
        TE.bind("args", () => TE.fromEither(decodeArguments(news))),
      ),
    );
    const { environment, mayHaveWritten } = watched(here.environment);
    const recorded = recordedAsGroup(olds);
    const operation = operationOf(environment, news, args.timeouts.update);
    const result = await updateGroup(operation, id, args, recorded)();
    if (E.isRight(result)) return { outs: outputsOf(news, result.right, here.place) };
    const reason = explain(result.left, { doing, name: args.scalingGroupName, id });
    throw await failedUpdate({
      id,
      reason,
      olds,
      news,
      names: argumentNames,
      // Without the argument, the desired number belongs to AS: there is nothing to go back to.
      wanted: managed(news).filter((name) => name !== "desireInstanceNumber"),
      mayHaveWritten,
      look: pipe(
        TE.fromIO(() => {
          environment.live.invalidate(id);
        }),
        TE.chain(() => findLive(environment, id, args, recorded)),
        TE.map(O.map((live) => differing(compare({ args, unknown: [] }, recorded, live)))),
      ),
    });
  });
