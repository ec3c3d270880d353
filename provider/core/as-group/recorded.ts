/**
 * What the state remembers about a group beyond the group itself.
 *
 * Written by every version of this package and read by every later one: fields are only ever added, and everything
 * is optional on reading.
 */
import { isRecord, recordOf, type UnknownRecord } from "../record";
import { type Recorded, recordedIn, textIn } from "../resource/recorded";
import type { Tags } from "./model";

/** Read from the recorded outputs. */
export interface RecordedAsGroup extends Recorded {
  /** The program's desired number when it was last applied. */
  readonly appliedDesireInstanceNumber?: number;
  readonly vpcId?: string;
  /** Tags that the program had set. */
  readonly tags: Tags;
  /** The values of `gainedArguments`, unchecked. */
  readonly gainedValues: UnknownRecord;
}

const tagsOf = (value: unknown): Tags =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
      )
    : {};

/** Reads the recorded outputs; what is missing or odd counts as not recorded. */
export const recordedAsGroup = (outputs: unknown): RecordedAsGroup => {
  const bag = recordOf(outputs);
  const { appliedDesireInstanceNumber: applied } = bag;
  const vpcId = textIn(bag["vpcId"]);
  const recorded = recordedIn(bag);
  return {
    ...recorded,
    gainedValues: Object.fromEntries(recorded.gainedArguments.map((name) => [name, bag[name]])),
    tags: tagsOf(bag["tags"]),
    ...(typeof applied === "number" ? { appliedDesireInstanceNumber: applied } : {}),
    ...(vpcId === undefined ? {} : { vpcId }),
  };
};
