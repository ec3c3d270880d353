import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { claimTable } from "../../core/instance-claim/arguments";
import type { Claim } from "../../core/instance-claim/claim";
import { claimOutputs, recordedClaim } from "../../core/instance-claim/outputs";
import { convergeClaim } from "../../service/instance-claim/converge";
import { hereFor, orThrow } from "../as-group/context";
import { operationOf, type Bag } from "../context";
import { guarded } from "../provider-error";

/**
 * Brings the live group to what the program wants of these instances.
 *
 * A failure keeps the old state: the next `up` compares with the live group anyway, and goes on from wherever it is.
 *
 * @param olds recorded outputs
 * @param news checked inputs
 */
export const updateOf =
  (claim: Claim) =>
  (_id: string, olds: Bag, news: Bag): Promise<{ outs: Record<string, unknown> }> =>
    guarded(async () => {
      const { scalingGroupId, instanceIds: recorded } = recordedClaim(olds);
      const outs = await orThrow(
        claim.granting,
        scalingGroupId,
        {},
        pipe(
          TE.Do,
          TE.apS("here", hereFor(olds)),
          TE.bind("args", () => TE.fromEither(claimTable.decode(news))),
          TE.chainFirst(({ here: { environment }, args: { instanceIds, timeouts } }) =>
            convergeClaim(
              claim,
              operationOf(environment, news, timeouts.update),
              scalingGroupId,
              instanceIds,
              recorded,
            ),
          ),
          TE.map(({ here: { place }, args: { instanceIds } }) => claimOutputs(news, instanceIds, place)),
        ),
      );
      return { outs };
    });
