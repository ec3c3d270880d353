/** Names that are not arguments of an AS group, and what was probably meant. */
import type { CheckFailure } from "../check/failure";
import { checkNames as check, type NameTable } from "../check/names";
import type { UnknownRecord } from "../record";
import { type ArgumentName, argumentNames, nestedNames } from "./arguments";
import type { AsGroup } from "./model";
import type { Place } from "../resource/outputs";

type OutputName = Exclude<keyof AsGroup, ArgumentName> | keyof Place;

const outputs: Readonly<Record<OutputName, true>> = {
  scalingGroupId: true,
  scalingGroupStatus: true,
  scalingConfigurationName: true,
  currentInstanceNumber: true,
  createTime: true,
  detail: true,
  isScaling: true,
  activityType: true,
  cloudLocationId: true,
  projectId: true,
  region: true,
};

/** Names that the shell passes and no program writes. */
const own: readonly string[] = ["selfUrn", "nameGeneration"] satisfies readonly ArgumentName[];

const table: NameTable = {
  resource: "the AS group",
  writable: argumentNames.filter((name) => !own.includes(name)),
  own,
  nested: nestedNames,
  outputs: Object.keys(outputs),
};

/** A failure for each given name that is not an argument, at the top and inside arguments. */
export const checkNames = (given: UnknownRecord): readonly CheckFailure[] => check(table, given);
