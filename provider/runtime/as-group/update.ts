import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { decodeArguments } from "../../core/as-group/arguments";
import { outputsOf } from "../../core/as-group/outputs";
import { recordedAsGroup } from "../../core/as-group/recorded";
import { explain } from "../../core/message";
import { update as updateGroup } from "../../service/as-group/update";
import { failedUpdate } from "../gained";
import { guarded } from "../provider-error";
import { operationOf, type Bag } from "../context";
import { hereFor, orThrow } from "./context";
import { gained } from "./gained";

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
    const { environment, place } = here;
    const operation = operationOf(environment, news, args.timeouts.update);
    const result = await updateGroup(operation, id, args, recordedAsGroup(olds))();
    if (E.isRight(result)) return { outs: outputsOf(news, result.right, place) };
    const reason = explain(result.left, { doing, name: args.scalingGroupName, id });
    throw failedUpdate(id, reason, olds, news, await gained(environment, id, olds, news, args));
  });
