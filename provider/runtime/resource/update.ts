import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { OwnArguments } from "../../core/resource/arguments";
import { appliedOutputs } from "../../core/resource/outputs";
import { recordedIn } from "../../core/resource/recorded";
import type { Kind } from "../../service/resource/kind";
import { convergeResource } from "../../service/resource/update";
import { hereAs, operationOf, orThrowAs, type Bag } from "../context";
import { guarded } from "../provider-error";

/**
 * Brings the live object to what the program wants. A failure keeps the old state: the next `up` compares with the live
 * object anyway, and goes on from wherever it is.
 */
export const updateOf =
  <Args extends OwnArguments, Live>(kind: Kind<Args, Live>) =>
  (id: string, olds: Bag, news: Bag): Promise<{ outs: Record<string, unknown> }> =>
    guarded(async () => {
      const outs = await orThrowAs(kind)(
        "updating",
        id,
        news,
        pipe(
          TE.Do,
          TE.apS("here", hereAs(kind)(olds)),
          TE.bind("args", () => TE.fromEither(kind.table.decode(news))),
          TE.bind("live", ({ here, args }) =>
            convergeResource(
              kind,
              operationOf(here.environment, news, args.timeouts.update),
              id,
              args,
              recordedIn(olds),
            ),
          ),
          TE.map(({ here, live }) => appliedOutputs<Args, Live>(kind, news, live, here.place)),
        ),
      );
      return { outs };
    });
