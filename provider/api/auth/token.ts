/** Tokens of IAM v3: for a password, for an agency, and what IAM says about one that the user has. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { type AsError, undecodable } from "../../core/error";
import type { Secret } from "../../core/secret";
import type { Agency, Domain, Project, Settings } from "../../core/settings";
import { type IamToken, iamTokenAnswer } from "../codec/iam-token";
import type { HttpRequest } from "../http";
import { type Authorize, withToken } from "./authorize";
import { askIam, domainName, type Iam, type IamAnswer } from "./iam";

const OPERATION = "sign in";
const TOKENS = { operation: OPERATION, path: "/auth/tokens", decoder: iamTokenAnswer } as const;

/** A token, and what IAM says about it. */
export interface SignedIn {
  /** The token itself. */
  readonly id: string;
  readonly about: IamToken;
}

/** A sign-in with user and password. */
export type PasswordSignIn = Extract<Settings["signIn"], { method: "password" }>;
type Answer = IamAnswer<{ readonly token: IamToken }>;

const tokenHeaderMissing = {
  path: "X-Subject-Token",
  expected: "a response header that holds the token",
  found: undefined,
};

const issued = ({ content, headers }: Answer): E.Either<AsError, SignedIn> => {
  const id = headers["x-subject-token"];
  return id === undefined
    ? E.left(undecodable(OPERATION, [tokenHeaderMissing]))
    : E.right({ id, about: content.token });
};

const describeUser = (user: PasswordSignIn["user"]): string =>
  "id" in user ? `user ${user.id}` : `user ${user.name} of domain ${domainName(user.domain)}`;

/** What a token is good for. A project that is named without a domain is looked for in the given one. */
const projectScope = (project: Project, domain: Domain | undefined): HttpRequest["body"] => {
  if (project.id !== undefined) return { project: { id: project.id } };
  if (project.name === undefined) return undefined;
  return { project: { name: project.name, domain: project.domain ?? domain } };
};

const forPassword = (
  iam: Iam,
  signIn: PasswordSignIn,
  scope: unknown,
  unauthorized: string,
): TE.TaskEither<AsError, SignedIn> => {
  const user = { ...signIn.user, password: signIn.password.reveal() };
  const identity = { methods: ["password"], password: { user } };
  return pipe(
    askIam(iam, {
      ...TOKENS,
      method: "POST",
      body: { auth: { identity, scope } },
      who: describeUser(signIn.user),
      meanings: { 401: unauthorized },
    }),
    TE.chainEitherK(issued),
  );
};

/** A new token of a project for a user's password. */
export const projectToken = (
  iam: Iam,
  signIn: PasswordSignIn,
  project: Project,
): TE.TaskEither<AsError, SignedIn> =>
  forPassword(
    iam,
    signIn,
    projectScope(project, "domain" in signIn.user ? signIn.user.domain : undefined),
    "user name or password is wrong, or the user has no access to the project",
  );

/** A new token of a domain for a user's password. */
export const domainToken = (
  iam: Iam,
  signIn: PasswordSignIn,
  domain: Domain | undefined,
): TE.TaskEither<AsError, SignedIn> =>
  forPassword(
    iam,
    signIn,
    domain === undefined ? undefined : { domain },
    "user name, password or domain is wrong",
  );

/**
 * A new token of an agency, for a project that its domain has delegated.
 *
 * @see https://docs.otc.t-systems.com/identity-access-management/api-ref/apis/token_management/obtaining_an_agency_token.html
 */
export const agencyToken = (
  iam: Iam,
  agency: Agency,
  project: Project,
  authorize: Authorize,
): TE.TaskEither<AsError, SignedIn> => {
  const domain =
    "id" in agency.domain ? { domain_id: agency.domain.id } : { domain_name: agency.domain.name };
  // The table of the document calls it `agency_name`, its example and all clients `xrole_name`.
  const identity = { methods: ["assume_role"], assume_role: { ...domain, xrole_name: agency.name } };
  const who = `agency ${agency.name} of domain ${domainName(agency.domain)}`;
  return pipe(
    askIam(iam, {
      ...TOKENS,
      method: "POST",
      authorize,
      body: { auth: { identity, scope: projectScope(project, agency.domain) } },
      who,
      meanings: {
        401: "the agency does not exist or does not delegate this project, or who signs in is not accepted",
        403: "who signs in may not act as the agency: the permission Agent Operator is needed",
        404: "the agency, its domain or the project does not exist",
      },
    }),
    TE.chainEitherK(issued),
  );
};

/** What IAM says about a token that the user has. */
export const describeToken = (iam: Iam, token: Secret): TE.TaskEither<AsError, SignedIn> =>
  pipe(
    askIam(iam, {
      ...TOKENS,
      method: "GET",
      headers: { "X-Subject-Token": token.reveal() },
      authorize: withToken(token.reveal()),
      meanings: {
        401: "the token is invalid or has expired: get a new one, or sign in with a password",
      },
    }),
    TE.map(({ content }) => ({ id: token.reveal(), about: content.token })),
  );
