/** Failures of single arguments of an AS group, and what rules between them may look at. */
import * as E from "fp-ts/Either";
import type { CheckFailure } from "../check/failure";
import { valueFailures } from "../check/values";
import { partOf } from "../codec/structure";
import { isAbsent, type UnknownRecord } from "../record";
import { hasUnknown, UNKNOWN } from "../unknown";
import { type ArgumentName, type AsGroupArguments, argumentNames, members } from "./arguments";
import type { SoundArguments } from "./check-rules";
import { tagProblems } from "./tags";

/** Arguments whose text may be shown. */
const shown: ReadonlySet<string> = new Set([
  "vpcId",
  "networks",
  "securityGroups",
  "scalingConfigurationId",
  "lbListenerId",
  "lbaasListeners",
  "availableZones",
  "healthPeriodicAuditMethod",
  "instanceTerminatePolicy",
  "notifications",
  "enterpriseProjectId",
  "multiAzPriorityPolicy",
  "timeouts",
  "desireInstanceNumberMode",
  "refreshOnConfigurationChange",
  "deleteMode",
  "lockedChange",
  "drain",
  "waitFor",
  "adoptId",
] satisfies readonly ArgumentName[]);

const failuresOf = (name: ArgumentName, given: UnknownRecord): readonly CheckFailure[] => {
  // The keys of tags may be confidential, so tags speak for themselves.
  if (name === "tags")
    return isAbsent(given["tags"]) || given["tags"] === UNKNOWN
      ? []
      : tagProblems(given["tags"]).map((problem) => ({ property: "tags", reason: `tags: ${problem}` }));
  return valueFailures(members, name, given, { mayBeShown: shown.has(name) });
};

/** A failure for each value that does not have the form its argument needs. What holds an unknown is not looked at. */
export const checkValues = (given: UnknownRecord): readonly CheckFailure[] =>
  argumentNames.flatMap((name) => failuresOf(name, given));

const readAlone = (name: ArgumentName, given: UnknownRecord): Partial<AsGroupArguments> | undefined => {
  const read = partOf<AsGroupArguments>("", members, [name]).decode(given);
  return E.isRight(read) && !hasUnknown(given[name]) ? read.right : undefined;
};

/** What rules between arguments may look at. */
export const soundArguments = (given: UnknownRecord): SoundArguments => {
  const read = argumentNames.flatMap((name) => {
    const value = readAlone(name, given);
    return value === undefined ? [] : [{ name, value }];
  });
  return {
    names: read.map(({ name }) => name),
    values: Object.assign({}, ...read.map(({ value }) => value)) as Partial<AsGroupArguments>,
  };
};
