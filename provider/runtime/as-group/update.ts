import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { decodeArguments } from "../../core/as-group/arguments";
import { outputsOf } from "../../core/as-group/outputs";
import { recordedAsGroup } from "../../core/as-group/recorded";
import { update as updateGroup } from "../../service/as-group/update";
import { guarded } from "../provider-error";
import { operationOf, type Bag } from "../context";
import { hereFor, orThrow } from "./context";

/**
 * Brings the live group to what the program wants.
 *
 * A failure keeps the old state: the next `up` compares with the live group anyway, and goes on from wherever it is.
 *
 * @param olds recorded outputs
 * @param news checked inputs
 */
export const update = (id: string, olds: Bag, news: Bag): Promise<{ outs: Record<string, unknown> }> =>
  guarded(async () => {
    const outs = await orThrow(
      "updating",
      id,
      news,
      pipe(
        TE.Do,
        TE.apS("here", hereFor(olds)),
        TE.bind("args", () => TE.fromEither(decodeArguments(news))),
        TE.bind("group", ({ here, args }) =>
          updateGroup(
            operationOf(here.environment, news, args.timeouts.update),
            id,
            args,
            recordedAsGroup(olds),
          ),
        ),
        TE.map(({ here, group }) => outputsOf(news, group, here.place)),
      ),
    );
    return { outs };
  });
