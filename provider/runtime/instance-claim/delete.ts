import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { claimTable } from "../../core/instance-claim/arguments";
import type { Claim } from "../../core/instance-claim/claim";
import { recordedClaim } from "../../core/instance-claim/outputs";
import { DEFAULT_TIMEOUT_SECONDS } from "../../core/resource/arguments";
import { releaseClaim } from "../../service/instance-claim/converge";
import { hereFor, orThrow } from "../as-group/context";
import { operationOf, urnOf, type Bag } from "../context";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import { isKept, notReplaced } from "../replacements";

/** Gives up the recorded instances that the claim still holds; ends when that is done. No instance is ever deleted. */
export const removeOf =
  (claim: Claim) =>
  (id: string, props: Bag): Promise<void> =>
    guarded(async () => {
      const urn = urnOf(props);
      if (isKept(urn, id)) return tell("warn", notReplaced(), urn);
      const { scalingGroupId, instanceIds } = recordedClaim(props);
      const timeout = claimTable.readable(props).timeouts?.delete ?? DEFAULT_TIMEOUT_SECONDS;
      await orThrow(
        claim.withdrawing,
        scalingGroupId,
        {},
        pipe(
          hereFor(props),
          TE.chain(({ environment }) =>
            releaseClaim(claim, operationOf(environment, props, timeout), scalingGroupId, instanceIds),
          ),
        ),
      );
    });
