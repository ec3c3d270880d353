/**
 * What the state remembers about a group beyond the group itself.
 *
 * Written by every version of this package and read by every later one: fields are only ever added, and everything
 * is optional on reading.
 */
import { isRecord } from "../record";
import type { Tags } from "./model";

/** Read from the recorded outputs. */
export interface RecordedAsGroup {
  /** Arguments that the program had set when they were last applied: only these are compared. */
  readonly managedArguments: readonly string[];
  /** The program's desired number when it was last applied. */
  readonly appliedDesireInstanceNumber?: number;
  readonly projectId?: string;
  readonly region?: string;
  readonly vpcId?: string;
  /** Tags that the program had set. */
  readonly tags: Tags;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

const tagsOf = (value: unknown): Tags =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : {};

/** True when the bag was written by this package, rather than by `get` or a file import. */
export const isRecorded = (outputs: unknown): boolean => isRecord(outputs) && "managedArguments" in outputs;

/** Reads the recorded outputs; what is missing or odd counts as not recorded. */
export const recordedAsGroup = (outputs: unknown): RecordedAsGroup => {
  const bag = isRecord(outputs) ? outputs : {};
  const applied = bag["appliedDesireInstanceNumber"];
  const projectId = text(bag["projectId"]);
  const region = text(bag["region"]);
  const vpcId = text(bag["vpcId"]);
  return {
    managedArguments: texts(bag["managedArguments"]),
    tags: tagsOf(bag["tags"]),
    ...(typeof applied === "number" ? { appliedDesireInstanceNumber: applied } : {}),
    ...(projectId === undefined ? {} : { projectId }),
    ...(region === undefined ? {} : { region }),
    ...(vpcId === undefined ? {} : { vpcId }),
  };
};
