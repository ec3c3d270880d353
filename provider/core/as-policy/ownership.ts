/**
 * Finding our own policy again after an interrupted create. Names of policies are not unique: a name that was derived
 * from the resource's URN is unique enough by itself; under a name that the user chose, a policy is ours only if it is
 * what this program would have created.
 */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { type AsError, stopped } from "../error";
import { physicalName } from "../physical-name";
import type { ResourceField } from "../resource/field";
import type { AsPolicyArguments } from "./arguments";
import { nameOf } from "./bodies";
import { asPolicyFields } from "./fields";
import type { AsPolicy } from "./model";

/** A create that was interrupted may not have come to disabling its policy. */
const createdFields = (Object.keys(asPolicyFields) as (keyof AsPolicyArguments)[]).filter(
  (name) => name !== "enabled" && name !== "scalingPolicyName",
);

const isAsCreated = (args: AsPolicyArguments, policy: AsPolicy): boolean =>
  createdFields.every((name) => {
    // Every field is asked about the value of its own argument only.
    const field = asPolicyFields[name] as ResourceField<unknown, AsPolicy>;
    return args[name] === undefined || field.same(args[name], policy);
  });

/**
 * Which of the policies of the resource is the one that an earlier run of this program created.
 *
 * @param replacedId id of the policy that is being replaced; under a chosen name it looks like ours
 */
export const ownPolicyAmong = (
  policies: readonly AsPolicy[],
  args: AsPolicyArguments,
  replacedId: string | undefined,
): E.Either<AsError, O.Option<string>> => {
  const name = nameOf(args);
  const hasDerivedName = name === physicalName(args.selfUrn, args.nameGeneration);
  const ours = policies
    .filter(
      (policy) =>
        policy.scalingPolicyId !== replacedId &&
        policy.scalingPolicyName === name &&
        (hasDerivedName || isAsCreated(args, policy)),
    )
    .map(({ scalingPolicyId }) => scalingPolicyId);
  return ours.length > 1
    ? E.left(
        stopped(`${ours.length} policies are named ${name} and look like this one: ${ours.join(", ")}`, [
          "delete those that you do not need and run `pulumi up` again",
          "choose another scalingPolicyName",
        ]),
      )
    : E.right(O.fromNullable(ours[0]));
};
