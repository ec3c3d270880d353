/** The arguments of a claim on instances of an AS group: an attachment, or a protection. */
import type { CheckFailure } from "../check/failure";
import { list } from "../codec/list";
import { id } from "../codec/scalar";
import { required } from "../codec/structure";
import { argumentTable, type OwnArguments, ownMembers } from "../resource/arguments";
import { hasUnknown } from "../unknown";

/** The decoded arguments, with their defaults. */
export interface InstanceClaimArguments extends Pick<OwnArguments, "selfUrn" | "timeouts"> {
  readonly scalingGroupId: string;
  readonly instanceIds: readonly string[];
}

/** A group cannot have more (`maxInstanceNumber`). */
const MOST_INSTANCES = 300;

/** The table. */
export const claimTable = argumentTable<InstanceClaimArguments>("an object with a group and instances", {
  selfUrn: ownMembers.selfUrn,
  scalingGroupId: required(id("the id of an AS group")),
  instanceIds: required(
    list(id("the id of an ECS"), 0, MOST_INSTANCES, `a list of at most ${MOST_INSTANCES} ids of ECSs`),
  ),
  timeouts: ownMembers.timeouts,
});

/** No instance is named twice. An entry that is not known yet may turn out to be anything. */
export const repeatedInstances = (entries: readonly unknown[]): readonly CheckFailure[] =>
  entries.flatMap((entry, index) => {
    const first = entries.indexOf(entry);
    const property = `instanceIds[${index}]`;
    return first === index || hasUnknown(entry)
      ? []
      : [{ property, reason: `${property} repeats instanceIds[${first}]` }];
  });
