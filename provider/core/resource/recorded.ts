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
  readonly projectId?: string;
  readonly region?: string;
}

/** Text that is there; an empty one says nothing. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** True when the bag was written by this package, rather than by `get` or a file import. */
export const isRecorded = (outputs: unknown): boolean => "managedArguments" in recordOf(outputs);

/** Reads the recorded outputs; what is missing or odd counts as not recorded. */
export const recordedIn = (outputs: unknown): Recorded => {
  const bag = recordOf(outputs);
  const { managedArguments: managed } = bag;
  const projectId = textIn(bag["projectId"]);
  const region = textIn(bag["region"]);
  return {
    managedArguments: Array.isArray(managed)
      ? managed.filter((name): name is string => typeof name === "string")
      : [],
    ...(projectId === undefined ? {} : { projectId }),
    ...(region === undefined ? {} : { region }),
  };
};
