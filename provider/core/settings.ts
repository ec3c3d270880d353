/**
 * Sign-in and endpoint settings, from the environment, the stack configuration and a cloud of `clouds.yaml`.
 *
 * - The environment comes before the stack configuration, and that before the cloud that `OS_CLOUD` or `otc:cloud`
 *   names. Without such a name, `clouds.yaml` is not looked at.
 * - What signs in (token, key pair, user and password) comes from one place only: the first that holds any of it.
 *   Within a place a token comes before a key pair, that before a password, and a user id before a user name.
 * - Keys that are there for object storage (`ak` and `sk` beside `auth`, `S3_ACCESS_KEY_ID`) sign in if nothing else
 *   does.
 * - The user's domain comes from the place of the sign-in, else from the first that names one.
 * - The project comes from the first place that holds its id or its name; its domain is the user's unless given.
 * - The agency comes from the first place that holds a part of it.
 * - The other settings are looked up one by one. Empty text counts as absent.
 */
import { sequenceS } from "fp-ts/Apply";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as RA from "fp-ts/ReadonlyArray";
import { type Misconfigured, misconfigured } from "./error";
import { authUrlOf, endpointOf } from "./settings/address";
import { agencyOf, delegatedProject } from "./settings/agency";
import { insecureOf } from "./settings/certificates";
import type { Cloud } from "./settings/cloud";
import type { Project, Settings } from "./settings/model";
import { type Origin, originsIn } from "./settings/origin";
import { projectOf, requiredProject } from "./settings/project";
import { methodOf, SIGN_IN, signInOf } from "./settings/sign-in";
import {
  configurationSource,
  type Environment,
  environmentSource,
  holdsAny,
  lookUp,
  type ReadConfiguration,
  type Sources,
  sourceOfAny,
  storageVariables,
  waysToGive,
} from "./settings/source";

export type { AccessKey, Agency, Domain, Project, Settings } from "./settings/model";

/** Everything that was found. */
export interface Found {
  readonly environment: Environment;
  readonly configuration: ReadConfiguration;
  /** The cloud that `OS_CLOUD` or `otc:cloud` names. */
  readonly cloud?: Cloud;
}

/** Collects the problems of all parts. */
const every = sequenceS(E.getApplicativeValidation(RA.getSemigroup<string>()));

const sourcesOf = ({ environment, configuration, cloud }: Found): Sources => ({
  inOrder: [
    environmentSource(environment),
    configurationSource(configuration),
    ...(cloud === undefined ? [] : [cloud.source, cloud.storageKeys]),
    storageVariables(environment),
  ],
  ...(cloud === undefined ? {} : { cloud: cloud.label }),
});

/** The name of the cloud whose entry in `clouds.yaml` is to be read. */
export const cloudName = (found: Found): string | undefined => lookUp(sourcesOf(found), "cloud")?.trim();

/** Where the settings that count have come from, without the secrets. */
export const settingOrigins = (found: Found): readonly Origin[] => originsIn(sourcesOf(found));

/** With these, neither the catalog nor IAM is needed to sign in with a token or a key pair. */
const isComplete = (sources: Sources, project: Project): boolean =>
  project.id !== undefined && lookUp(sources, "endpoint") !== undefined;

/** Reads the settings, or says everything that is missing or wrong, with the ways to give it. */
export const decodeSettings = (found: Found): E.Either<Misconfigured, Settings> => {
  const sources = sourcesOf(found);
  const method = methodOf(sources);
  const agency = agencyOf(sources, method === "token");
  const acts = E.isLeft(agency) || agency.right !== undefined;
  const project = acts ? delegatedProject(sources) : projectOf(sources);
  const region = lookUp(sources, "region");
  const usesIam = acts || method === "password" || !isComplete(sources, project);
  return pipe(
    every({
      authUrl: authUrlOf(sources, usesIam),
      signIn: signInOf(sources),
      project: requiredProject(sources, project, method === "token" && !acts),
      agency,
      endpoint: endpointOf(sources),
      insecure: insecureOf(sources),
    }),
    E.bimap(
      (problems) => misconfigured([...new Set(problems)]),
      ({ authUrl, agency: as, endpoint, insecure, ...parts }) => ({
        ...parts,
        ...(authUrl === undefined ? {} : { authUrl }),
        ...(as === undefined ? {} : { agency: as }),
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(region === undefined ? {} : { region }),
        ...insecure,
      }),
    ),
  );
};

/** Certificate authorities to trust instead of the usual ones. */
export interface Authorities {
  /** The path of a PEM file, or its text. */
  readonly caCert?: string;
  /** The ways to give them. */
  readonly ways: string;
}

/** Which certificate authorities are to be read. */
export const authoritiesOf = (found: Found): Authorities => {
  const sources = sourcesOf(found);
  const caCert = lookUp(sources, "caCert")?.trim();
  return { ...(caCert === undefined ? {} : { caCert }), ways: waysToGive(sources, "caCert") };
};

const INSECURE =
  "TLS certificates are not verified, because the settings ask for it (insecure): anybody on the way to the service can read the sign-in and change what is done. To trust a certificate authority of your own, set OS_CACERT instead";

/** What the user should know although the settings can be used. */
export const settingsWarnings = (found: Found, { insecure }: Settings): readonly string[] => {
  const { cloud } = found;
  const used = sourceOfAny(sourcesOf(found), SIGN_IN);
  return [
    ...(insecure === true ? [INSECURE] : []),
    ...(cloud !== undefined && holdsAny(cloud.source, SIGN_IN) && used !== cloud.source
      ? [
          `the sign-in of ${cloud.label} is not used, because there is one in ${used.label}, which comes first`,
        ]
      : []),
  ];
};
