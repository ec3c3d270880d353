/**
 * What the state remembers about a resource beyond the live object.
 *
 * Written by every version of this package and read by every later one: fields are only ever added, and everything is
 * optional on reading.
 */
import { recordOf } from "../record";

/** Read from the recorded outputs. */
export interface Recorded {
  /** Arguments that the program had set when they were last applied: only these are compared. */
  readonly managedArguments: readonly string[];
  /** Others, which an update that failed has, or may have, set to their recorded values, if these are recorded. */
  readonly gainedArguments: readonly string[];
  readonly projectId?: string;
  readonly region?: string;
}

/** Text that is there; an empty one says nothing. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** True when the bag was written by this package, rather than by `get` or a file import. */
export const isRecorded = (outputs: unknown): boolean => "managedArguments" in recordOf(outputs);

const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === "string") : [];

/** Reads the recorded outputs; what is missing or odd counts as not recorded. */
export const recordedIn = (outputs: unknown): Recorded => {
  const bag = recordOf(outputs);
  const projectId = textIn(bag["projectId"]);
  const region = textIn(bag["region"]);
  return {
    managedArguments: namesIn(bag["managedArguments"]),
    gainedArguments: namesIn(bag["gainedArguments"]),
    ...(projectId === undefined ? {} : { projectId }),
    ...(region === undefined ? {} : { region }),
  };
};
