import * as E from "fp-ts/Either";
import * as TE from "fp-ts/TaskEither";
import { claimTable } from "../../core/instance-claim/arguments";
import type { Claim } from "../../core/instance-claim/claim";
import { claimId, claimOutputs } from "../../core/instance-claim/outputs";
import { explain } from "../../core/message";
import { convergeClaim } from "../../service/instance-claim/converge";
import { hereFor, orThrow } from "../as-group/context";
import { operationOf, type Bag } from "../context";
import { guarded, PartialFailure, ProviderError } from "../provider-error";
import { note } from "../replacements";
import { watched } from "../session";
import type { CreateResult } from "../answers";
import { gained } from "./gained";

/**
 * Attaches or protects the instances. What has that already is taken over. When it fails with some of them, the engine
 * saves those, and the next `up` goes on.
 */
export const createOf =
  (claim: Claim) =>
  (inputs: Bag): Promise<CreateResult> =>
    guarded(async () => {
      const doing = claim.granting;
      const args = await orThrow(doing, undefined, inputs, TE.fromEither(claimTable.decode(inputs)));
      const { scalingGroupId, instanceIds, timeouts } = args;
      const here = await orThrow(doing, scalingGroupId, {}, hereFor({}));
      const { place } = here;
      const operating = watched(here.environment);
      const operation = operationOf(operating.environment, inputs, timeouts.create);
      const id = claimId(args);
      note(args.selfUrn, { _tag: "Made", id, kept: [] });
      const result = await convergeClaim(claim, operation, scalingGroupId, instanceIds, [])();
      if (E.isRight(result)) return { id, outs: claimOutputs(inputs, instanceIds, place) };
      const reason = explain(result.left, { doing, name: "", id: scalingGroupId });
      const held = await gained(claim, operating, args);
      if (held.length === 0) throw new ProviderError(reason);
      throw new PartialFailure(id, reason, {
        ...claimOutputs(inputs, held, place),
        __provider: inputs["__provider"],
      });
    });
