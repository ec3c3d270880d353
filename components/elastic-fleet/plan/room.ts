/** Policies of a fleet that leave its number of instances as it is, whatever happens. */
import { count } from "../../../provider/core/as-group/step";
import { type CheckFailure, failure } from "../../../provider/core/check/failure";
import { isAbsent, isRecord, recordOf } from "../../../provider/core/record";
import { hasUnknown } from "../../../provider/core/unknown";
import { boundsOf, type WantedNumbers } from "./capacity";
import { entriesOf } from "./entries";

/** What is known of the numbers and of the policies. */
export interface KnownMovement {
  /** As the program says them; in the place of one that is not known yet stands `UNKNOWN`. */
  readonly numbers: { readonly [Name in keyof WantedNumbers]?: unknown };
  readonly policies: unknown;
}

/** Whether a policy acts, as far as it is known. */
const acts = (policy: unknown): boolean => {
  const { enabled } = recordOf(policy);
  return isAbsent(enabled) || enabled === true;
};

const hasActive = (policies: unknown): boolean =>
  isRecord(policies) && entriesOf(policies).some(([, policy]) => acts(policy));

/** The number of instances that the bounds nail down, if they do so and there are policies. */
function nailedDown({ numbers, policies }: KnownMovement): number | undefined {
  if (hasUnknown(numbers) || !hasActive(policies)) return undefined;
  const { minInstanceNumber: min, maxInstanceNumber: max } = boundsOf(numbers as WantedNumbers);
  return min === max ? min : undefined;
}

/** Without a largest number a fleet does not grow: with policies, it has been forgotten. */
export function forgottenMaximum(movement: KnownMovement): readonly CheckFailure[] {
  const number = nailedDown(movement);
  return number === undefined || !isAbsent(movement.numbers.maxInstanceNumber)
    ? []
    : [
        failure(
          "maxInstanceNumber",
          `is missing: without it the fleet has ${count(number)} at most and at least, and its policies would do nothing`,
        ),
      ];
}

/** A program may nail a fleet down on purpose, such as in a stack for tests, and is told what that means. */
export function noRoom(movement: KnownMovement): string | undefined {
  const number = nailedDown(movement);
  return number === undefined || isAbsent(movement.numbers.maxInstanceNumber)
    ? undefined
    : `maxInstanceNumber ${number} leaves no room above ${count(number)}: the policies do nothing`;
}
