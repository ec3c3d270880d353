/**
 * The name of an AS configuration when the program gives none. It depends on the content, so that equal contents have
 * equal names: a configuration that was kept is found again when the program goes back to it.
 */
import { canonical } from "../canonical";
import { physicalName } from "../physical-name";
import type { AsConfigurationArguments } from "./arguments";

/** Seven digits would confirm a guess of the password to whoever sees the name, so it does not count. */
const withoutPassword = ({
  metadata,
  ...config
}: NonNullable<AsConfigurationArguments["instanceConfig"]>): unknown => {
  const { adminPass: _, ...free } = metadata ?? {};
  return { ...config, metadata: free };
};

/** What the name depends on besides the resource. */
export const contentMark = ({
  instanceConfig,
  sourceScalingConfigurationId,
}: Partial<AsConfigurationArguments>): string =>
  canonical({
    instanceConfig: instanceConfig === undefined ? undefined : withoutPassword(instanceConfig),
    sourceScalingConfigurationId,
  });

/** `<resource name>-<7 hex digits>`. */
export const derivedName = (
  args: Pick<AsConfigurationArguments, "selfUrn"> & Partial<AsConfigurationArguments>,
): string => physicalName(args.selfUrn, contentMark(args));
