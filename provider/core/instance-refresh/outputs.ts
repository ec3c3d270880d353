/**
 * The recorded outputs of an instance refresh: the arguments as the program wrote them, and what became of it.
 *
 * Written by every version of this package and read by every later one: fields are only ever added, and everything is
 * optional on reading.
 */
import type { Place } from "../resource/outputs";
import { membersGiven, type UnknownRecord } from "../record";
import { refreshTable } from "./arguments";

/** What became of it. */
export interface RefreshOutcome {
  /** False after a failed create: the next `up` goes on. */
  readonly complete: boolean;
  /** Instances that the last run replaced. */
  readonly replacedInstanceNumber: number;
}

/** What is no argument. */
export const refreshOutputNames: readonly string[] = [
  "complete",
  "replacedInstanceNumber",
  "projectId",
  "region",
] satisfies readonly (keyof RefreshOutcome | keyof Place)[];

/** The outputs after create or update. */
export const refreshOutputs = (
  inputs: UnknownRecord,
  outcome: RefreshOutcome,
  place: Place,
): Record<string, unknown> => {
  const { __provider: _, ...bag } = inputs;
  return membersGiven({ ...bag, ...outcome, ...place });
};

/** Was this written by this package? */
export const isRecordedRefresh = (outputs: UnknownRecord): boolean => "complete" in outputs;

/** What became of the last run; a record that does not say so counts as complete. */
export const recordedOutcome = (outputs: UnknownRecord): RefreshOutcome => {
  const replaced = outputs["replacedInstanceNumber"];
  return {
    complete: outputs["complete"] !== false,
    replacedInstanceNumber: typeof replaced === "number" ? replaced : 0,
  };
};

/** The inputs that a refresh of the state reports: the arguments as they were applied, since nothing here drifts. */
export const recordedInputs = (outputs: UnknownRecord): Record<string, unknown> =>
  membersGiven(Object.fromEntries(refreshTable.names.map((name) => [name, outputs[name]])));
