/** What a preview says about a claim. */
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { pipe } from "fp-ts/function";
import type { AsInstance } from "../../core/as-group/model";
import type { Claim } from "../../core/instance-claim/claim";
import {
  attachmentObstacles,
  type ClaimComparison,
  claimMessages,
  compareClaim,
  isSatisfied,
} from "../../core/instance-claim/compare";
import type { AsError } from "../../core/error";
import type { AsGroupEnvironment } from "../as-group/environment";
import { findMembers } from "./converge";

/** What `up` would do, and what the user should know. */
export interface ClaimPreview {
  readonly changes: boolean;
  readonly messages: readonly string[];
}

const obstacles = (
  environment: AsGroupEnvironment,
  claim: Claim,
  groupId: string,
  comparison: ClaimComparison,
  members: readonly AsInstance[],
): TE.TaskEither<AsError, readonly string[]> =>
  claim.kind === "protection" || isSatisfied(comparison)
    ? TE.right([])
    : pipe(
        environment.live.find(groupId),
        TE.map(
          O.match(
            () => [],
            (group) => attachmentObstacles(comparison, group, members),
          ),
        ),
      );

/** Compares with the live group; none when it is gone. */
export const previewClaim = (
  environment: AsGroupEnvironment,
  claim: Claim,
  groupId: string,
  wanted: readonly string[],
  recorded: readonly string[],
): TE.TaskEither<AsError, O.Option<ClaimPreview>> =>
  pipe(
    findMembers(environment, groupId),
    TE.chain(
      O.match(
        () => TE.right<AsError, O.Option<ClaimPreview>>(O.none),
        (members) => {
          const comparison = compareClaim(claim, wanted, recorded, members);
          return pipe(
            obstacles(environment, claim, groupId, comparison, members),
            TE.map((warnings) =>
              O.some({
                changes: !isSatisfied(comparison),
                messages: [...claimMessages(claim, comparison), ...warnings],
              }),
            ),
          );
        },
      ),
    ),
  );
