import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsGroupArguments } from "../../core/as-group/arguments";
import { compare, type Comparison } from "../../core/as-group/compare";
import { managed } from "../../core/as-group/outputs";
import { recordedAsGroup } from "../../core/as-group/recorded";
import { setAnew } from "../../core/resource/gained";
import { findLive } from "../../service/as-group/converge";
import type { AsGroupEnvironment } from "../../service/as-group/environment";
import type { Bag } from "../context";
import { gainedAmong } from "../gained";

const differing = ({ changes, tags }: Comparison): ReadonlySet<string> =>
  new Set<string>([
    ...changes.map(({ field }) => field),
    ...(Object.keys(tags.put).length > 0 ? ["tags"] : []),
  ]);

/** What an update that failed has set for the first time; where nobody can tell, all that it wanted to. */
export const gained = (
  environment: AsGroupEnvironment,
  id: string,
  olds: Bag,
  news: Bag,
  args: AsGroupArguments,
): Promise<readonly string[]> =>
  gainedAmong(
    // Without the argument, the desired number belongs to AS: there is nothing to go back to.
    setAnew(managed(news), olds).filter((name) => name !== "desireInstanceNumber"),
    () => {
      const recorded = recordedAsGroup(olds);
      environment.live.invalidate(id);
      return pipe(
        findLive(environment, id, args, recorded),
        TE.map(O.map((live) => differing(compare({ args, unknown: [] }, recorded, live)))),
      );
    },
  );
