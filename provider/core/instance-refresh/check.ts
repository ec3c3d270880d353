/** Checks the arguments of an instance refresh before anything is asked of the service. */
import * as E from "fp-ts/Either";
import type { CheckFailure } from "../check/failure";
import { checkNames, type NameTable } from "../check/names";
import { valueFailures } from "../check/values";
import { membersGiven, recordOf, type UnknownRecord } from "../record";
import { refreshTable } from "./arguments";
import { canReplace } from "./manner";
import { refreshOutputNames } from "./outputs";

const table: NameTable = {
  resource: "the instance refresh",
  writable: refreshTable.names.filter((name) => name !== "selfUrn"),
  own: ["selfUrn"],
  nested: {},
  outputs: refreshOutputNames,
};

/** The keys and values of triggers are the program's own, so that they are not shown. */
const valuesFailing = (given: UnknownRecord): readonly CheckFailure[] =>
  refreshTable.names.flatMap((name) =>
    valueFailures(refreshTable.members, name, given, { mayBeShown: name !== "triggers" }),
  );

/** What stands for values that are not known yet. */
const POSSIBLE = { maxSurge: 1, minHealthyPercentage: 0 };

const mannerFailing = (given: UnknownRecord): readonly CheckFailure[] => {
  const known = refreshTable.known(given);
  if (E.isLeft(known) || canReplace({ ...POSSIBLE, ...known.right.known })) return [];
  return [
    {
      property: "minHealthyPercentage",
      reason: "minHealthyPercentage must be below 100 when maxSurge is 0: nothing could be replaced",
    },
  ];
};

/** All failures at once; unknown values are not looked at, and no default is filled in. */
export const checkRefresh = (
  news: unknown,
): { readonly inputs: Record<string, unknown>; readonly failures: readonly CheckFailure[] } => {
  const inputs = membersGiven(recordOf(news));
  return {
    inputs,
    failures: [...checkNames(table, inputs), ...valuesFailing(inputs), ...mannerFailing(inputs)],
  };
};
