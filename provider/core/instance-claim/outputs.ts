/**
 * The recorded outputs of a claim: the arguments as the program wrote them, with the instances that it holds.
 *
 * Written by every version of this package and read by every later one: fields are only ever added, and everything is
 * optional on reading.
 */
import { physicalName } from "../physical-name";
import { membersGiven, type UnknownRecord } from "../record";
import { filledNames } from "../resource/arguments";
import type { Place } from "../resource/outputs";
import { claimTable, type InstanceClaimArguments } from "./arguments";

/** What is no argument. */
export const claimOutputNames: readonly string[] = ["projectId", "region"] satisfies readonly (keyof Place)[];

/** A group can have several claims, so that the group alone is not enough. */
export const claimId = ({
  scalingGroupId,
  selfUrn,
}: Pick<InstanceClaimArguments, "scalingGroupId" | "selfUrn">): string =>
  `${scalingGroupId}/${physicalName(selfUrn, 0)}`;

/** The outputs after create or update. */
export const claimOutputs = (
  inputs: UnknownRecord,
  instanceIds: readonly string[],
  place: Place,
): Record<string, unknown> => {
  const { __provider: _, ...bag } = inputs;
  return membersGiven({ ...bag, instanceIds, ...place });
};

/** Was this written by this package? */
export const isRecordedClaim = (outputs: UnknownRecord): boolean => "projectId" in outputs;

/** The group and the instances that a claim holds. */
export const recordedClaim = (
  outputs: unknown,
): { readonly scalingGroupId: string; readonly instanceIds: readonly string[] } => {
  const { scalingGroupId = "", instanceIds = [] } = claimTable.readable(outputs);
  return { scalingGroupId, instanceIds };
};

/** What a refresh reports: the outputs with these instances, and the inputs that would make them. */
export const refreshedClaim = (
  outputs: UnknownRecord,
  instanceIds: readonly string[],
): { readonly outputs: Record<string, unknown>; readonly inputs: Record<string, unknown> } => {
  const { __provider: _, ...bag } = outputs;
  const all: UnknownRecord = { ...bag, instanceIds };
  return {
    outputs: membersGiven(all),
    inputs: membersGiven(
      Object.fromEntries([...claimTable.names, ...filledNames].map((name) => [name, all[name]])),
    ),
  };
};
