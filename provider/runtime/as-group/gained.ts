import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { AsGroupArguments } from "../../core/as-group/arguments";
import { compare } from "../../core/as-group/compare";
import { managed } from "../../core/as-group/outputs";
import { recordedAsGroup } from "../../core/as-group/recorded";
import { setAnew } from "../../core/resource/gained";
import { findLive } from "../../service/as-group/converge";
import type { AsGroupEnvironment } from "../../service/as-group/environment";
import type { Bag } from "../context";

/** What an update that failed has set for the first time; where nobody can tell, all that it wanted to. */
export const gained = async (
  environment: AsGroupEnvironment,
  id: string,
  olds: Bag,
  news: Bag,
  args: AsGroupArguments,
): Promise<readonly string[]> => {
  // Without the argument, the desired number belongs to AS: there is nothing to go back to.
  const names = setAnew(managed(news), olds).filter((name) => name !== "desireInstanceNumber");
  if (names.length === 0) return [];
  const recorded = recordedAsGroup(olds);
  environment.live.invalidate(id);
  const found = await findLive(environment, id, args, recorded)();
  if (E.isLeft(found)) return names;
  if (O.isNone(found.right)) return [];
  const { changes, tags } = compare({ args, unknown: [] }, recorded, found.right.value);
  const missing = new Set<string>(changes.map(({ field }) => field));
  if (Object.keys(tags.put).length > 0) missing.add("tags");
  return names.filter((name) => !missing.has(name));
};
