import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { Claim } from "../../core/instance-claim/claim";
import { stillHeld } from "../../core/instance-claim/compare";
import { isRecordedClaim, recordedClaim, refreshedClaim } from "../../core/instance-claim/outputs";
import { findMembers } from "../../service/instance-claim/converge";
import { hereFor, orThrow } from "../as-group/context";
import { type Bag } from "../context";
import { perProcess } from "../process";
import { guarded, ProviderError } from "../provider-error";
import type { ReadResult } from "../answers";

const justRead = perProcess(() => new Set<string>());

/** Right after a refresh of the state has read a claim, the engine calls `diff` for its own display only. */
export const wasJustRead = (id: string): boolean => justRead().delete(id);

/** Records which instances the claim still holds. */
export const readOf =
  (claim: Claim) =>
  (id: string, props: Bag): Promise<ReadResult> =>
    guarded(async () => {
      if (!isRecordedClaim(props))
        throw new ProviderError(
          `an ${claim.title} is known to its program only: it cannot be looked up or imported, but creating it again takes over what is there`,
        );
      const { scalingGroupId, instanceIds } = recordedClaim(props);
      const members = await orThrow(
        "reading the instances",
        scalingGroupId,
        {},
        pipe(
          hereFor(props),
          TE.chain(({ environment }) => findMembers(environment, scalingGroupId)),
        ),
      );
      if (O.isNone(members)) return {};
      justRead().add(id);
      const { inputs, outputs } = refreshedClaim(props, stillHeld(claim, instanceIds, members.value));
      return { id, props: outputs, inputs };
    });
