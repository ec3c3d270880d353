/**
 * Checks the arguments of an AS group before anything is asked of the service: all failures at once, unknown values
 * untouched, and no default filled in but the group's name.
 */
import { physicalName } from "../physical-name";
import { isAbsent, membersGiven, recordOf, type UnknownRecord } from "../record";
import { checkNames } from "./argument-names";
import type { CheckFailure } from "../check/failure";
import { checkRules } from "./check-rules";
import { checkValues, soundArguments } from "./check-values";

export type { CheckFailure };

/** What a check answers to the engine. */
export interface CheckResult {
  readonly inputs: Record<string, unknown>;
  readonly failures: readonly CheckFailure[];
}

const isGeneration = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const generationOf = (olds: UnknownRecord, generation: number): number =>
  isGeneration(olds["nameGeneration"]) ? olds["nameGeneration"] : generation;

/** The name that the program chose, else the one that the group has, else a derived one. */
const nameOf = (olds: UnknownRecord, news: UnknownRecord, generation: number): unknown => {
  if (!isAbsent(news["scalingGroupName"])) return news["scalingGroupName"];
  if (typeof olds["scalingGroupName"] === "string") return olds["scalingGroupName"];
  return typeof news["selfUrn"] === "string" ? physicalName(news["selfUrn"], generation) : undefined;
};

/**
 * Checks new arguments.
 *
 * @param olds arguments that were checked before; none on create and for the new half of a replacement
 * @param news arguments as the program gives them
 * @param generation of the derived name, when the old arguments hold none
 */
export const check = (olds: unknown, news: unknown, generation: number): CheckResult => {
  const before = recordOf(olds);
  const given = membersGiven(recordOf(news));
  const nameGeneration = generationOf(before, generation);
  const inputs = membersGiven({
    ...given,
    nameGeneration,
    scalingGroupName: nameOf(before, given, nameGeneration),
  });
  return {
    inputs,
    failures: [...checkNames(inputs), ...checkValues(inputs), ...checkRules(soundArguments(inputs))],
  };
};
