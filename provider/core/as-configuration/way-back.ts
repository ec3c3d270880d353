/**
 * Going back to a configuration that was kept: the arguments are those that once made it.
 *
 * An AS configuration never changes, so the arguments tell. What of them may be secret is not recorded, but the service
 * tells it again. The password alone it does not tell: with one, there is no way back.
 */
import { fnv1a } from "../hash";
import type { AsConfigurationArguments } from "./arguments";
import { openContent } from "./derived-name";
import type { AsConfiguration } from "./model";
import { requestOf } from "./request";
import { isMadeBy, PASSWORD } from "./same";

/** What is recorded beside the id of a configuration. It does not depend on the resource, which may be renamed. */
export const wayMark = (args: Partial<AsConfigurationArguments>): string =>
  fnv1a(openContent(args)).toString(16).padStart(8, "0");

/** Among configurations of the same mark: is this the one that the arguments have made? */
export const isWayBack = (
  { instanceConfig = {} }: Partial<AsConfigurationArguments>,
  live: AsConfiguration,
): boolean => {
  const request = requestOf(instanceConfig);
  // What the arguments do not say, they did not say then either.
  return request.metadata?.[PASSWORD] === undefined && isMadeBy(request, live.instanceConfig, true);
};
