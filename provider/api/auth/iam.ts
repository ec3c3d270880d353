/** Sign-in with IAM v3: a new token for a password, or what IAM says about a token that the user has. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import { mismatches } from "../../core/decode";
import { type AsError, refused, signInFailed, undecodable } from "../../core/error";
import type { Secret } from "../../core/secret";
import type { Settings } from "../../core/settings";
import { type IamToken, iamTokenAnswer } from "../codec/iam-token";
import type { Http, HttpRequest, HttpResponse } from "../http";
import { serviceError } from "../refusal";
import { isTransientStatus } from "../retry";

const OPERATION = "sign in";

/** A token, and what IAM says about it. */
export interface SignedIn {
  /** The token itself. */
  readonly id: string;
  readonly about: IamToken;
}

type PasswordSignIn = Extract<Settings["signIn"], { method: "password" }>;

/** `https://iam/v3/auth/tokens`, whether or not the configured address goes on with `/v3`. */
const tokensUrl = (authUrl: string): string => `${authUrl.replace(/\/+(v3\/*)?$/, "")}/v3/auth/tokens`;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : "the sign-in service");

const domainName = (domain: { readonly name: string } | { readonly id: string }): string =>
  "name" in domain ? domain.name : domain.id;

const describeUser = (user: PasswordSignIn["user"]): string =>
  "id" in user ? `user ${user.id}` : `user ${user.name} of domain ${domainName(user.domain)}`;

/** The project to sign in for. A project named without a domain is looked for in the user's. */
const scopeOf = (project: Settings["project"], user: PasswordSignIn["user"]): unknown => {
  if (project.id !== undefined) return { project: { id: project.id } };
  if (project.name === undefined) return undefined;
  const domain = project.domain ?? ("domain" in user ? user.domain : undefined);
  return { project: { name: project.name, domain } };
};

interface Attempt {
  readonly request: HttpRequest;
  /** Who signs in where, for messages. */
  readonly who: string;
  /** What a 401 means, followed by `who`. */
  readonly unauthorized: string;
}

const failure = ({ request, who, unauthorized }: Attempt, response: HttpResponse): AsError => {
  const { status } = response;
  const { text } = serviceError(response.body);
  const said = text === undefined ? "" : `: ${text}`;
  if (isTransientStatus(status))
    return refused({ operation: OPERATION, status, ...(text === undefined ? {} : { text }) });
  switch (status) {
    case 401:
      return signInFailed(`${unauthorized} (${who})`);
    case 403:
      return signInFailed(`sign-in is not permitted (${who})${said}`);
    case 404:
      return signInFailed(
        `${hostOf(request.url)} does not offer IAM v3 sign-in: check the authentication URL`,
      );
    default:
      return signInFailed(`sign-in was refused with HTTP status ${status} (${who})${said}`);
  }
};

const tokenHeaderMissing = {
  path: "X-Subject-Token",
  expected: "a response header that holds the token",
  found: undefined,
};

const ask = (
  http: Http,
  attempt: Attempt,
  tokenOf: (response: HttpResponse) => string | undefined,
): TE.TaskEither<AsError, SignedIn> => {
  const read = (response: HttpResponse): E.Either<AsError, SignedIn> => {
    if (response.status !== 200 && response.status !== 201) return E.left(failure(attempt, response));
    const id = tokenOf(response);
    if (id === undefined) return E.left(undecodable(OPERATION, [tokenHeaderMissing]));
    return pipe(
      iamTokenAnswer.decode(response.body),
      E.bimap(
        (errors) => undecodable(OPERATION, mismatches(errors)),
        ({ token }) => ({ id, about: token }),
      ),
    );
  };
  return pipe(http(attempt.request), TE.chainEitherK(read));
};

/** A new token for a user's password. */
export const tokenForPassword = (
  http: Http,
  authUrl: string,
  signIn: PasswordSignIn,
  project: Settings["project"],
): TE.TaskEither<AsError, SignedIn> => {
  const user = { ...signIn.user, password: signIn.password.reveal() };
  const identity = { methods: ["password"], password: { user } };
  const attempt: Attempt = {
    request: {
      operation: OPERATION,
      method: "POST",
      url: tokensUrl(authUrl),
      body: { auth: { identity, scope: scopeOf(project, signIn.user) } },
      // A repetition leaves nothing but one more token.
      idempotent: true,
    },
    who: `${describeUser(signIn.user)}, ${hostOf(authUrl)}`,
    unauthorized: "user name or password is wrong, or the user has no access to the project",
  };
  return ask(http, attempt, (response) => response.headers["x-subject-token"]);
};

/** What IAM says about a token that the user has. */
export const describeToken = (
  http: Http,
  authUrl: string,
  token: Secret,
): TE.TaskEither<AsError, SignedIn> => {
  const attempt: Attempt = {
    request: {
      operation: OPERATION,
      method: "GET",
      url: tokensUrl(authUrl),
      headers: { "X-Auth-Token": token.reveal(), "X-Subject-Token": token.reveal() },
      idempotent: true,
    },
    who: hostOf(authUrl),
    unauthorized: "the token is invalid or has expired: get a new one, or sign in with a password",
  };
  return ask(http, attempt, () => token.reveal());
};
