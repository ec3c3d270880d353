/** Checks the arguments of a claim on instances before anything is asked of the service. */
import { recordOf } from "../record";
import { checkResource, type CheckResult } from "../resource/check";
import { claimTable, repeatedInstances } from "./arguments";
import type { Claim } from "./claim";
import { claimOutputNames } from "./outputs";

/** All failures at once; unknown values are not looked at, and no default is filled in. */
export const checkClaim = ({ title }: Claim, olds: unknown, news: unknown): CheckResult => {
  const { instanceIds } = recordOf(news);
  const kind = {
    title,
    table: claimTable,
    nested: {},
    hiddenArguments: [],
    outputNames: claimOutputNames,
    rules: () => (Array.isArray(instanceIds) ? repeatedInstances(instanceIds) : []),
  };
  return checkResource(kind, olds, news, 0);
};
