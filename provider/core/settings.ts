/**
 * Sign-in and endpoint settings from the environment and from the stack configuration.
 *
 * - Environment variables come before stack configuration.
 * - What signs in (token, user, password) comes from one source only: the environment if it holds any of it, else the
 *   configuration. Within a source a token comes before a password, and a user id before a user name.
 * - The user's domain comes from the source of the user name, else from the other one.
 * - The project comes from the first source that holds its id or its name; its domain is the user's unless given.
 * - The other settings are looked up one by one. Empty text counts as absent.
 */
import { sequenceS } from "fp-ts/Apply";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as RA from "fp-ts/ReadonlyArray";
import { type AsError, misconfigured } from "./error";
import { addressOf } from "./settings/address";
import type { Settings, SignIn } from "./settings/model";
import { projectForPassword, projectOf } from "./settings/project";
import { signInOf } from "./settings/sign-in";
import {
  type Environment,
  lookUp,
  type ReadConfiguration,
  type Sources,
  sourcesOf,
  waysToGive,
} from "./settings/source";

export type { Settings } from "./settings/model";

/** Collects the problems of all parts. */
const every = sequenceS(E.getApplicativeValidation(RA.getSemigroup<string>()));

const AUTH_URL_MISSING = `the authentication address is missing: ${waysToGive("authUrl")} (such as https://iam.eu-de.otc.t-systems.com/v3)`;

const usesPassword = (signIn: E.Either<unknown, SignIn>): boolean =>
  E.isLeft(signIn) || signIn.right.method === "password";

/** A token with a project id and an endpoint needs neither the catalog nor IAM. */
const needsAuthUrl = (sources: Sources, password: boolean): boolean =>
  password || projectOf(sources).id === undefined || lookUp(sources, "endpoint") === undefined;

const authUrlOf = (sources: Sources, isNeeded: boolean): E.Either<readonly string[], string | undefined> =>
  isNeeded && lookUp(sources, "authUrl") === undefined
    ? E.left([AUTH_URL_MISSING])
    : addressOf(sources, "authUrl", "the authentication address");

/** Reads the settings, or says everything that is missing or wrong, with both ways to give it. */
export const decodeSettings = (
  environment: Environment,
  configuration: ReadConfiguration,
): E.Either<AsError, Settings> => {
  const sources = sourcesOf(environment, configuration);
  const signIn = signInOf(sources);
  const password = usesPassword(signIn);
  const region = lookUp(sources, "region");
  return pipe(
    every({
      authUrl: authUrlOf(sources, needsAuthUrl(sources, password)),
      signIn,
      project: password ? projectForPassword(sources) : E.right(projectOf(sources)),
      endpoint: addressOf(sources, "endpoint", "the AS endpoint"),
    }),
    E.bimap(misconfigured, ({ authUrl, endpoint, ...parts }) => ({
      ...parts,
      ...(authUrl === undefined ? {} : { authUrl }),
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(region === undefined ? {} : { region }),
    })),
  );
};
