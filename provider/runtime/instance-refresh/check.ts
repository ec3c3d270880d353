import type { CheckFailure } from "../../core/check/failure";
import { checkRefresh } from "../../core/instance-refresh/check";
import type { Bag } from "../context";
import { guarded } from "../provider-error";

/** Validates the arguments; no network. */
export const check = (
  _olds: Bag,
  news: Bag,
): Promise<{ inputs: Record<string, unknown>; failures: CheckFailure[] }> =>
  guarded(() => {
    const { inputs, failures } = checkRefresh(news);
    return { inputs, failures: [...failures] };
  });
