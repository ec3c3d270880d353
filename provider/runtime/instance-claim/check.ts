import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { CheckFailure } from "../../core/check/failure";
import { claimTable } from "../../core/instance-claim/arguments";
import { checkClaim } from "../../core/instance-claim/check";
import type { Claim } from "../../core/instance-claim/claim";
import { previewClaim } from "../../service/instance-claim/preview";
import { hereFor } from "../as-group/context";
import { urnOf, type Bag } from "../context";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";

/**
 * What the live group does not allow a new claim to do: nothing else is called about a new resource during a preview.
 * Whatever cannot be looked at now is told by the create.
 */
const warnings = async (claim: Claim, inputs: Bag): Promise<readonly string[]> => {
  const known = claimTable.known(inputs);
  if (E.isLeft(known)) return [];
  const { scalingGroupId, instanceIds } = known.right.known;
  if (scalingGroupId === undefined || instanceIds === undefined) return [];
  const preview = await pipe(
    hereFor({}),
    TE.chain(({ environment }) => previewClaim(environment, claim, scalingGroupId, instanceIds, [])),
  )();
  return E.isRight(preview) && O.isSome(preview.right) ? preview.right.value.messages : [];
};

/** Validates the arguments, and looks at the group of a new claim for what stands in its way. */
export const checkOf =
  (claim: Claim) =>
  (olds: Bag, news: Bag): Promise<{ inputs: Record<string, unknown>; failures: CheckFailure[] }> =>
    guarded(async () => {
      const { inputs, failures } = checkClaim(claim, olds, news);
      if (failures.length === 0 && Object.keys(olds).length === 0)
        for (const warning of await warnings(claim, inputs)) await tell("warn", warning, urnOf(inputs));
      return { inputs, failures: [...failures] };
    });
