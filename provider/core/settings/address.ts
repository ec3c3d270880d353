/** Addresses to which a password, a token or a signature is sent. */
import * as E from "fp-ts/Either";
import { regionOfProject } from "./region";
import { lookUp, type SettingName, type Sources, waysToGive } from "./source";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Stands for the region in an address, as in the profile `otc` of openstacksdk. */
const REGION = "{region_name}";

/** A region becomes a part of a host's name, and must not be able to name another host. */
const REGION_NAME = /^[a-z0-9-]+$/i;

const isSafe = ({ protocol, hostname, username, password }: URL): boolean =>
  username === "" &&
  password === "" &&
  (protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname)));

/** An address, if it is given; encrypted, or on this machine. The address itself is not shown: it may hold a password. */
const checked = (
  sources: Sources,
  name: SettingName,
  label: string,
  address: string | undefined,
): E.Either<readonly string[], string | undefined> =>
  address === undefined || (URL.canParse(address) && isSafe(new URL(address)))
    ? E.right(address)
    : E.left([
        `${label} must be an https address without user and password (http only on this machine): ${waysToGive(sources, name)}`,
      ]);

/** The AS endpoint. */
export const endpointOf = (sources: Sources): E.Either<readonly string[], string | undefined> =>
  checked(sources, "endpoint", "the AS endpoint", lookUp(sources, "endpoint")?.trim());

const regionFor = (sources: Sources): string | undefined => {
  const project = lookUp(sources, "delegatedProjectName") ?? lookUp(sources, "projectName");
  return lookUp(sources, "region") ?? (project === undefined ? undefined : regionOfProject(project));
};

/** The address of IAM. */
export const authUrlOf = (
  sources: Sources,
  isNeeded: boolean,
): E.Either<readonly string[], string | undefined> => {
  const address = lookUp(sources, "authUrl")?.trim();
  if (address === undefined && isNeeded)
    return E.left([
      `the authentication address is missing: ${waysToGive(sources, "authUrl")} (such as https://iam.eu-de.otc.t-systems.com/v3)`,
    ]);
  const label = "the authentication address";
  if (address?.includes(REGION) !== true) return checked(sources, "authUrl", label, address);
  const region = regionFor(sources);
  return region !== undefined && REGION_NAME.test(region)
    ? checked(sources, "authUrl", label, address.replaceAll(REGION, region))
    : E.left([
        `the region is needed for the authentication address, and must be a name such as eu-de: ${waysToGive(sources, "region")}`,
      ]);
};
