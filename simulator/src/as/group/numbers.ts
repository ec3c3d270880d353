/** Minimum, desired and maximum number of instances. */
import type { GroupSettings } from "../model";
import type { Quotas } from "../quota";
import { refuse } from "../refusal";
import type { Variants } from "../variants";

type Numbers = Pick<GroupSettings, "desire_instance_number" | "min_instance_number" | "max_instance_number">;

export const clamp = (
  value: number,
  { min_instance_number: min, max_instance_number: max }: Numbers,
): number => Math.min(Math.max(value, min), max);

/** AS.2004, AS.2005, AS.2045. */
export function checkNumbers(numbers: Numbers, variants: Variants, quotas: Quotas): void {
  const { desire_instance_number: desired, min_instance_number: min, max_instance_number: max } = numbers;
  const limit = variants.maxInstances === "quota" ? quotas.instances : Number(variants.maxInstances);
  if (max > limit) throw refuse("AS.2045", `max_instance_number must not be above ${limit}`);
  if (min > max) {
    throw refuse("AS.2004", `min_instance_number ${min} is above max_instance_number ${max}`);
  }
  if (desired < min || desired > max) {
    throw refuse("AS.2005", `desire_instance_number ${desired} is not between ${min} and ${max}`);
  }
}
