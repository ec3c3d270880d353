/** The arguments of an AS configuration as the body that creates it. */
import type { AsConfigurationArguments } from "./arguments";
import { derivedName } from "./derived-name";
import type { AsConfigurationCreation } from "./model";
import { requestOf } from "./request";

/** The body of the create operation. One that replaces an adopted configuration has no name yet. */
export const creationOf = (args: AsConfigurationArguments): AsConfigurationCreation => {
  const { scalingConfigurationName = derivedName(args), instanceConfig, sourceScalingConfigurationId } = args;
  return {
    scalingConfigurationName,
    ...(instanceConfig === undefined ? {} : { instanceConfig: requestOf(instanceConfig) }),
    ...(sourceScalingConfigurationId === undefined ? {} : { sourceScalingConfigurationId }),
  };
};
