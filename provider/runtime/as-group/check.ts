import { check as checkArguments, type CheckFailure } from "../../core/as-group/check";
import { guarded } from "../provider-error";
import { generationOf } from "../replacements";
import { urnOf, type Bag } from "./context";

/** Validates the arguments and names the group; no network. Both bags hold inputs. */
export const check = (
  olds: Bag,
  news: Bag,
): Promise<{ inputs: Record<string, unknown>; failures: CheckFailure[] }> =>
  guarded(() => {
    const { inputs, failures } = checkArguments(olds, news, generationOf(urnOf(news)));
    return { inputs, failures: [...failures] };
  });
