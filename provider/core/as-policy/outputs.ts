/** The outputs of an AS policy that are no arguments. */
import type { Place } from "../resource/outputs";
import type { AsPolicy } from "./model";

/** Their names. */
export const asPolicyOutputNames: readonly string[] = [
  "scalingPolicyId",
  "policyStatus",
  "createTime",
  "metaData",
  "projectId",
  "region",
] satisfies readonly (keyof AsPolicy | keyof Place)[];

/** Their values. */
export const asPolicyOutputs = ({ scalingPolicyId, policyStatus, createTime, metaData }: AsPolicy) => ({
  scalingPolicyId,
  policyStatus,
  createTime,
  metaData,
});
