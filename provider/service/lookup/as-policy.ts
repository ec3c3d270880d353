/** The look-up of AS policies. */
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { listAsPolicies } from "../../api/as-policy";
import type { AsPolicy } from "../../core/as-policy/model";
import { asPoliciesArguments, type GetAsPoliciesArgs } from "../../core/lookup/as-policy";
import type { Lookup } from "./lookup";

export const asPoliciesLookup: Lookup<GetAsPoliciesArgs, readonly AsPolicy[]> = {
  name: "getAsPolicies",
  args: asPoliciesArguments,
  what: "AS policies",
  object: () => undefined,
  find: (client) => (args) =>
    pipe(
      listAsPolicies(client)(args),
      TE.map(({ policies }) => policies),
    ),
};
