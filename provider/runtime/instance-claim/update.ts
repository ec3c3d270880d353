import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { claimTable } from "../../core/instance-claim/arguments";
import type { Claim } from "../../core/instance-claim/claim";
import { claimOutputs, recordedClaim } from "../../core/instance-claim/outputs";
import { explain } from "../../core/message";
import { convergeClaim } from "../../service/instance-claim/converge";
import { hereFor, orThrow } from "../as-group/context";
import { operationOf, type Bag } from "../context";
import { savedFailure } from "../failed-update";
import { guarded, ProviderError } from "../provider-error";
import { watched } from "../session";
import { gained } from "./gained";

/**
 * Brings the live group to what the program wants of these instances.
 *
 * When it fails with some of them, the engine saves those beside the recorded ones, so that a revert or a destroy gives
 * them up. The next `up` compares with the live group anyway, and goes on from wherever it is.
 *
 * @param olds recorded outputs
 * @param news checked inputs
 */
export const updateOf =
  (claim: Claim) =>
  (id: string, olds: Bag, news: Bag): Promise<{ outs: Record<string, unknown> }> =>
    guarded(async () => {
      const { scalingGroupId, instanceIds: recorded } = recordedClaim(olds);
      const doing = claim.granting;
      const here = await orThrow(doing, scalingGroupId, {}, hereFor(olds));
      const { place } = here;
      const operating = watched(here.environment);
      const args = await orThrow(doing, scalingGroupId, {}, TE.fromEither(claimTable.decode(news)));
      const { instanceIds, timeouts } = args;
      const operation = operationOf(operating.environment, news, timeouts.update);
      const result = await convergeClaim(claim, operation, scalingGroupId, instanceIds, recorded)();
      if (E.isRight(result)) return { outs: claimOutputs(news, instanceIds, place) };
      const reason = explain(result.left, { doing, name: "", id: scalingGroupId });
      const owned = [...new Set([...recorded, ...(await gained(claim, operating, args))])];
      if (owned.length === recorded.length) throw new ProviderError(reason);
      const outputs = { ...claimOutputs(olds, owned, place), __provider: news["__provider"] };
      throw savedFailure(id, reason, outputs, news, claimTable.names);
    });
