import { isDeepStrictEqual } from "node:util";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import { claimTable } from "../../core/instance-claim/arguments";
import type { Claim } from "../../core/instance-claim/claim";
import { recordedClaim } from "../../core/instance-claim/outputs";
import type { AsError } from "../../core/error";
import { type ClaimPreview, previewClaim } from "../../service/instance-claim/preview";
import { hereFor, orThrow } from "../as-group/context";
import { urnOf, type Bag } from "../context";
import { tell } from "../engine-log";
import { guarded } from "../provider-error";
import type { DiffResult } from "../answers";
import { wasJustRead } from "./read";

/** An instance is in one group at most, so that it leaves the old one first. */
const REPLACED: DiffResult = { changes: true, replaces: ["scalingGroupId"], deleteBeforeReplace: true };

const isEdited = (olds: Bag, news: Bag): boolean =>
  claimTable.names.some(
    (name) => name !== "selfUrn" && !isDeepStrictEqual(olds[name] ?? undefined, news[name] ?? undefined),
  );

/** None when the group is gone. */
const compared = (claim: Claim, olds: Bag, news: Bag): TE.TaskEither<AsError, O.Option<ClaimPreview>> => {
  const { scalingGroupId, instanceIds: recorded } = recordedClaim(olds);
  return pipe(
    TE.Do,
    TE.apS("here", hereFor(olds)),
    TE.bind("known", () => TE.fromEither(claimTable.known(news))),
    TE.chain(
      ({
        here: { environment },
        known: {
          known: { instanceIds = recorded },
        },
      }) => previewClaim(environment, claim, scalingGroupId, instanceIds, recorded),
    ),
  );
};

/** Compares program, state and live group, and tells what somebody changed outside. */
export const diffOf =
  (claim: Claim) =>
  (id: string, olds: Bag, news: Bag): Promise<DiffResult> =>
    guarded(async () => {
      if (wasJustRead(id)) return {};
      const { scalingGroupId } = recordedClaim(olds);
      if (news["scalingGroupId"] !== scalingGroupId) return REPLACED;
      const preview = await orThrow(
        "the comparison with the live group",
        scalingGroupId,
        {},
        compared(claim, olds, news),
      );
      if (O.isNone(preview)) {
        await tell("warn", "the group is gone: it was deleted outside of Pulumi", urnOf(news));
        return REPLACED;
      }
      for (const message of preview.value.messages) await tell("warn", message, urnOf(news));
      // The engine sees an edit itself; what somebody else has changed has to be claimed.
      return isEdited(olds, news) ? {} : { changes: preview.value.changes };
    });
