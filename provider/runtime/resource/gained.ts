import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { OwnArguments } from "../../core/resource/arguments";
import { compareResource } from "../../core/resource/compare";
import { setAnew } from "../../core/resource/gained";
import { managedIn } from "../../core/resource/outputs";
import { recordedIn } from "../../core/resource/recorded";
import type { ResourceEnvironment } from "../../service/resource/environment";
import type { Kind } from "../../service/resource/kind";
import type { Bag } from "../context";
import { gainedAmong } from "../gained";

/** What an update that failed has set for the first time; where nobody can tell, all that it wanted to. */
export const gained = <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  id: string,
  olds: Bag,
  news: Bag,
  args: Args,
): Promise<readonly string[]> =>
  gainedAmong(setAnew(managedIn(kind.fields, news), olds), () => {
    kind.invalidate(environment, id);
    return pipe(
      kind.find(environment, id),
      TE.map(
        O.map((live) => {
          const { changes } = compareResource(
            kind.fields,
            { known: args, unknown: [] },
            recordedIn(olds),
            live,
          );
          return new Set<string>(changes.map(({ field }) => field));
        }),
      ),
    );
  });
