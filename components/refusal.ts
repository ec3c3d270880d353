import * as pulumi from "@pulumi/pulumi";
import type { CheckFailure } from "../provider/core/check/failure";

/**
 * Refuses a component whose arguments are wrong, with all that is wrong in one message. Nothing is declared below it.
 *
 * @param title name of the component's class
 */
export function refuseIfWrong(
  component: pulumi.ComponentResource,
  title: string,
  name: string,
  failures: readonly CheckFailure[],
): void {
  if (failures.length === 0) return;
  const reasons = failures.map(({ reason }) => `\n  ${reason}`).join("");
  throw new pulumi.ResourceError(`${title} ${name} cannot be declared:${reasons}`, component, true);
}
