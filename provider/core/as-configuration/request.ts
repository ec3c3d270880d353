/** The arguments of an AS configuration as the body that creates it: everything in the form in which it is sent. */
import { toBase64 } from "../base64";
import type { AsConfigurationArguments } from "./arguments";
import { type FileArguments, metadataOnWire } from "./content";
import { derivedName } from "./derived-name";
import type { InstanceConfigArguments } from "./instance-config";
import type { AsConfigurationCreation, InjectedFile, InstanceConfigRequest } from "./model";

const fileOf = ({ path, content = "", contentBase64 = toBase64(content) }: FileArguments): InjectedFile => ({
  path,
  content: contentBase64,
});

/** The template as it is sent. */
export const requestOf = ({
  flavorRef,
  personality,
  userData,
  userDataBase64,
  metadata,
  ...rest
}: InstanceConfigArguments): InstanceConfigRequest => ({
  ...rest,
  ...(flavorRef === undefined ? {} : { flavorRef: flavorRef.join(",") }),
  ...(personality === undefined ? {} : { personality: personality.map(fileOf) }),
  ...(userDataBase64 === undefined ? {} : { userData: userDataBase64 }),
  ...(userData === undefined ? {} : { userData: toBase64(userData) }),
  ...(metadata === undefined ? {} : { metadata: metadataOnWire(metadata) }),
});

/** The body of the create operation. One that replaces an adopted configuration has no name yet. */
export const creationOf = (args: AsConfigurationArguments): AsConfigurationCreation => {
  const { scalingConfigurationName = derivedName(args), instanceConfig, sourceScalingConfigurationId } = args;
  return {
    scalingConfigurationName,
    ...(instanceConfig === undefined ? {} : { instanceConfig: requestOf(instanceConfig) }),
    ...(sourceScalingConfigurationId === undefined ? {} : { sourceScalingConfigurationId }),
  };
};
