import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { InstanceClaimArguments } from "../../core/instance-claim/arguments";
import type { Claim } from "../../core/instance-claim/claim";
import { heldAmong } from "../../core/instance-claim/compare";
import { findMembers } from "../../service/instance-claim/converge";
import type { WatchedEnvironment } from "../session";

/** What the claim holds of the wanted after a failure; where nobody can tell, all that it may have got. */
export const gained = async (
  claim: Claim,
  { environment, mayHaveWritten }: WatchedEnvironment,
  { scalingGroupId, instanceIds }: InstanceClaimArguments,
): Promise<readonly string[]> => {
  environment.members.invalidate(scalingGroupId);
  const members = await findMembers(environment, scalingGroupId)();
  if (E.isLeft(members)) return mayHaveWritten() ? instanceIds : [];
  return O.isNone(members.right) ? [] : heldAmong(claim, instanceIds, members.right.value);
};
