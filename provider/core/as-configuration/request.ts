/** The template of instances as it is sent: everything in the form of the create operation. */
import { toBase64 } from "../base64";
import { type FileArguments, metadataOnWire } from "./content";
import type { InstanceConfigArguments } from "./instance-config";
import type { InjectedFile, InstanceConfigRequest } from "./model";

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
