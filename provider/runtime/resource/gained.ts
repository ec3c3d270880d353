import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { OwnArguments } from "../../core/resource/arguments";
import { compareResource } from "../../core/resource/compare";
import { setAnew } from "../../core/resource/gained";
import { managedIn } from "../../core/resource/outputs";
import { recordedIn } from "../../core/resource/recorded";
import type { ResourceEnvironment } from "../../service/resource/environment";
import type { Kind } from "../../service/resource/kind";
import { previewResource } from "../../service/resource/update";
import type { Bag } from "../context";

/** What an update that failed has set for the first time; where nobody can tell, all that it wanted to. */
export const gained = async <Args extends OwnArguments, Live>(
  kind: Kind<Args, Live>,
  environment: ResourceEnvironment,
  id: string,
  olds: Bag,
  news: Bag,
  args: Args,
): Promise<readonly string[]> => {
  const names = setAnew(managedIn(kind.fields, news), olds);
  if (names.length === 0) return [];
  kind.invalidate(environment, id);
  const found = await previewResource(kind, environment, id, (live) =>
    compareResource(kind.fields, { known: args, unknown: [] }, recordedIn(olds), live),
  )();
  if (E.isLeft(found)) return names;
  if (O.isNone(found.right)) return [];
  const { changes } = found.right.value;
  return names.filter((name) => !changes.some(({ field }) => field === name));
};
